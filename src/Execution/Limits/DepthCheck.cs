using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Introspection;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;
using OwnedData.GraphQL.Validation;

namespace OwnedData.Execution.Limits;

/// <summary>Walks an operation with its fragments spread and stops at the first field that lies too deep. Only for a bounded number of fields.</summary>
internal sealed class DepthCheck(ValidatedDocument document, OperationDefinitionNode operation, OperationLimits limits)
{
    // The fields from the root to where the walk is.
    private readonly List<(FieldNode Node, FieldDefinition Definition)> _path = [];

    public GraphQLError? Run() => Check(operation.SelectionSet, document.Schema.GetRootType(operation.Operation)!);

    private GraphQLError? Check(SelectionSetNode selectionSet, NamedType type)
    {
        foreach (var selection in selectionSet.Selections)
        {
            var error = selection switch
            {
                FieldNode field => Check(field, type),
                InlineFragmentNode fragment => Check(fragment.SelectionSet, TypeOf(fragment.TypeCondition, type)),
                _ => Check(document.Fragments[((FragmentSpreadNode)selection).Name.Value], type),
            };
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    private GraphQLError? Check(FragmentDefinitionNode fragment, NamedType type) => Check(fragment.SelectionSet, TypeOf(fragment.TypeCondition, type));

    private NamedType TypeOf(NamedTypeNode? condition, NamedType outer) =>
        condition is not null && document.Schema.TryGetType(condition.Name.Value, out var type) ? type : outer;

    private GraphQLError? Check(FieldNode field, NamedType parent)
    {
        document.Schema.TryGetField(parent, field.Name.Value, out var definition);
        _path.Add((field, definition!));
        var isIntrospection = _path[0].Definition.Name is IntrospectionFields.Schema or IntrospectionFields.Type;
        var error = (isIntrospection ? CheckIntrospection() : CheckDepth() ?? CheckCycle())
            ?? (field.SelectionSet is { } selectionSet ? Check(selectionSet, definition!.Type.InnermostType) : null);
        _path.RemoveAt(_path.Count - 1);
        return error;
    }

    private GraphQLError? CheckDepth() => _path.Count > limits.SelectionDepth
        ? new GraphQLError(
            ErrorCatalog.SelectionTooDeep,
            $"The operation selects fields more than {limits.SelectionDepth} levels deep.",
            [_path[^1].Node.Location],
            Path())
        : null;

    private GraphQLError? CheckCycle() => Repetitions() > limits.CycleDepth
        ? new GraphQLError(
            ErrorCatalog.CycleTooDeep,
            "Maximum allowed coordinate cycle depth was exceeded.",
            [_path[^1].Node.Location],
            Path(),
            [new("maxCycleDepth", limits.CycleDepth)])
        : null;

    // Types list fields, fields have types: the lists of a type inside one of the same kind would multiply the schema with itself.
    private GraphQLError? CheckIntrospection() =>
        _path.Count > limits.IntrospectionDepth
        || (_path[^1].Definition.Name is "fields" or "inputFields" or "interfaces" or "possibleTypes" && Repetitions() > 1)
            ? new GraphQLError(
                ErrorCatalog.IntrospectionTooDeep,
                "Maximum allowed introspection depth exceeded.",
                [_path[^1].Node.Location],
                Path(),
                [new("maxIntrospectionDepth", limits.IntrospectionDepth)])
            : null;

    private int Repetitions()
    {
        var count = 0;
        foreach (var (_, definition) in _path)
        {
            count += ReferenceEquals(definition, _path[^1].Definition) ? 1 : 0;
        }

        return count;
    }

    private ResponsePath Path()
    {
        var path = ResponsePath.Root(_path[0].Node.ResponseName);
        foreach (var (node, _) in _path.Skip(1))
        {
            path = path.Field(node.ResponseName);
        }

        return path;
    }
}
