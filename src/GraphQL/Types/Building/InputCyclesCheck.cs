using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>No input object needs itself to be written, and no default value contains itself, §3.10, *Circular References*.</summary>
internal sealed class InputCyclesCheck
{
    private readonly SchemaCheckContext _context;
    private readonly HashSet<InputObjectType> _checkedTypes = [];
    private readonly HashSet<InputValueDefinition> _checkedDefaults = [];
    private readonly List<InputValueDefinition> _fieldPath = [];
    private readonly List<(InputObjectType Type, int Depth)> _typePath = [];
    private readonly List<(InputObjectType Type, InputValueDefinition Field)> _defaultPath = [];

    private InputCyclesCheck(SchemaCheckContext context) => _context = context;

    public static void Run(SchemaCheckContext context)
    {
        var check = new InputCyclesCheck(context);
        foreach (var (definition, type) in context.Each<InputObjectTypeDefinitionNode, InputObjectType>())
        {
            check.FollowRequiredFields(type, definition);
        }

        foreach (var (definition, type) in context.Each<InputObjectTypeDefinitionNode, InputObjectType>())
        {
            check.FollowDefaults(type, new ObjectValueNode(definition.Location, []));
        }
    }

    private void FollowRequiredFields(InputObjectType type, SyntaxNode node)
    {
        if (!_checkedTypes.Add(type))
        {
            return;
        }

        _typePath.Add((type, _fieldPath.Count));
        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { OfType: InputObjectType next })
            {
                continue;
            }

            _fieldPath.Add(field);
            var start = _typePath.FindIndex(entry => entry.Type == next);
            if (start < 0)
            {
                FollowRequiredFields(next, node);
            }
            else
            {
                var path = string.Join('.', _fieldPath.Skip(_typePath[start].Depth).Select(step => step.Name));
                _context.Problems.Add(
                    $"Cannot reference Input Object \"{next}\" within itself through a series of non-null fields: \"{path}\".",
                    NodeOf(next, _fieldPath[_typePath[start].Depth]));
            }

            _fieldPath.RemoveAt(_fieldPath.Count - 1);
        }

        _typePath.RemoveAt(_typePath.Count - 1);
    }

    /// <summary>InputObjectDefaultValueHasCycle(): the fields that a literal leaves out take their defaults, which leave out others.</summary>
    private void FollowDefaults(GraphQLType type, ValueNode literal)
    {
        switch (type.InnermostType, literal)
        {
            case (InputObjectType, ListValueNode list):
                foreach (var item in list.Values)
                {
                    FollowDefaults(type, item);
                }

                break;
            case (InputObjectType inputType, ObjectValueNode fields):
                foreach (var field in inputType.Fields)
                {
                    if (fields.Fields.FirstOrDefault(given => given.Name.Value == field.Name) is { } given)
                    {
                        FollowDefaults(field.Type, given.Value);
                    }
                    else
                    {
                        FollowDefault(inputType, field);
                    }
                }

                break;
        }
    }

    private void FollowDefault(InputObjectType type, InputValueDefinition field)
    {
        if (field.DefaultValue is null || field.Type.InnermostType is not InputObjectType)
        {
            return;
        }

        var start = _defaultPath.FindIndex(entry => entry.Field == field);
        if (start >= 0)
        {
            var path = string.Join(", ", _defaultPath.Skip(start).Select(entry => $"{entry.Type}.{entry.Field.Name}"));
            _context.Problems.Add(
                $"Invalid circular reference. The default value of Input Object field {type}.{field.Name} references itself via: {path}.",
                NodeOf(type, field));
        }
        else if (_checkedDefaults.Add(field))
        {
            _defaultPath.Add((type, field));
            FollowDefaults(field.Type, field.DefaultValue);
            _defaultPath.RemoveAt(_defaultPath.Count - 1);
        }
    }

    private InputValueDefinitionNode NodeOf(InputObjectType type, InputValueDefinition field) =>
        ((InputObjectTypeDefinitionNode)_context.Definitions.Types[type.Name]).Fields.First(node => node.Name.Value == field.Name);
}
