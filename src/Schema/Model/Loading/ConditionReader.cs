using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;
using OwnedData.Schema.Api;

namespace OwnedData.Schema.Model.Loading;

/// <summary>
/// Reads the `where` of a rule. It is written as the API's filters are, over all stored fields, with values of the viewer. What stands
/// side by side is flattened into one <see cref="AllOf"/>, so whoever looks for an equality at the top finds it.
/// </summary>
internal sealed class ConditionReader(StoredType type, SourceErrors errors)
{
    /// <summary>Braces in braces: MongoDB refuses 100 levels of a predicate, and each takes up to five.</summary>
    public const int DeepestCondition = 16;

    private readonly OperandReader _operands = new(errors);
    private int _depth;

    /// <summary>Null when there is a mistake, which is reported.</summary>
    public Condition? Read(ValueNode where) => ReadObject(where, type, "", "");

    // The prefixes end with a dot, or are empty at the document and at an element of a list.
    private Condition? ReadObject(ValueNode node, ModelType current, string stored, string written) => ReadEntries(node, entry => entry.Name.Value switch
    {
        "and" => ReadMembers(entry, member => ReadObject(member, current, stored, written)),
        "or" => ReadMembers(entry, member => ReadObject(member, current, stored, written)),
        _ => Find(entry.Name, current, stored, written) is { } path ? ReadField(entry.Value, path) : null,
    });

    private Condition? ReadField(ValueNode node, RulePath path)
    {
        switch (path.Type)
        {
            case EmbeddedFieldType { Object: var embedded }:
                return ReadObject(node, embedded, Prefix(path.Stored), Prefix(path.Written));
            case ScalarFieldType { Kind: ScalarKind.JSON }:
                errors.Report(node, $"{path.Label} holds JSON, which no rule can ask about.", "Keep what the rule needs in a field of its own.");
                return null;
            default:
                return ReadEntries(node, entry => ReadOperation(entry, path));
        }
    }

    private Condition? ReadOperation(ObjectFieldNode entry, RulePath path) => (entry.Name.Value, path.Type) switch
    {
        ("and" or "or", ScalarFieldType { Kind: ScalarKind.String }) =>
            ReadMembers(entry, member => ReadEntries(member, operation => ReadOperation(operation, path))),
        (_, ListFieldType list) => ReadListOperation(entry, path, list.Element),
        (var operation, _) when IsKnown(entry.Name, path, OperationsOn(path.Type)) =>
            _operands.Read(entry.Value, operation, path) is { } operand ? new Comparison(path, operation, operand) : null,
        _ => null,
    };

    private Condition? ReadListOperation(ObjectFieldNode entry, RulePath path, FieldType element)
    {
        if (!IsKnown(entry.Name, path, FilterOperations.OfLists))
        {
            return null;
        }

        if (entry.Name.Value != "any")
        {
            return ReadField(entry.Value, new RulePath("", "", element)) is { } condition
                ? new ElementCondition(path, entry.Name.Value, condition)
                : null;
        }

        if (entry.Value is BooleanValueNode { Value: var expected })
        {
            return new AnyElement(path, expected);
        }

        errors.Report(entry.Value, "`any` says whether there are elements.", "Write `true` or `false`.");
        return null;
    }

    /// <summary>All entries of a literal in braces, which must all hold.</summary>
    private Condition? ReadEntries(ValueNode node, Func<ObjectFieldNode, Condition?> read)
    {
        if (node is not ObjectValueNode { Fields: { IsEmpty: false } entries })
        {
            var message = node is ObjectValueNode ? "An empty condition says nothing." : "This is no condition.";
            errors.Report(node, message, "Write it in braces, such as `{ title: { eq: \"x\" } }`.");
            return null;
        }

        if (_depth == DeepestCondition)
        {
            errors.Report(node, $"The condition is nested more than {DeepestCondition} levels deep.", "Write it flatter, or as several rules.");
            return null;
        }

        _depth++;
        var names = new HashSet<string>();
        var conditions = new List<Condition>();
        foreach (var entry in entries)
        {
            if (!names.Add(entry.Name.Value))
            {
                errors.Report(entry, $"`{entry.Name.Value}` stands here twice.", "Write each in an object of its own, in `and`.");
            }
            else if (read(entry) is { } condition)
            {
                conditions.Add(condition);
            }
        }

        _depth--;
        return conditions.Count < entries.Length ? null : All([.. conditions]);
    }

    /// <summary>The members of `and` and `or`.</summary>
    private Condition? ReadMembers(ObjectFieldNode entry, Func<ValueNode, Condition?> read)
    {
        if (entry.Value is not ListValueNode { Values: { IsEmpty: false } values })
        {
            errors.Report(entry.Value, $"`{entry.Name.Value}` joins a list of conditions.", "Write them in brackets: `[{ … }, { … }]`.");
            return null;
        }

        var members = values.Select(read).OfType<Condition>().ToArray();
        return members.Length < values.Length ? null : entry.Name.Value == "and" ? All(members) : Any(members);
    }

    private static Condition All(Condition[] conditions) => conditions.Length == 1
        ? conditions[0]
        : new AllOf([.. conditions.SelectMany(condition => condition is AllOf all ? all.Conditions : [condition])]);

    private static Condition Any(Condition[] conditions) => conditions.Length == 1
        ? conditions[0]
        : new AnyOf([.. conditions.SelectMany(condition => condition is AnyOf any ? any.Conditions : [condition])]);

    private RulePath? Find(NameNode node, ModelType current, string stored, string written)
    {
        var name = node.Value;
        if (current.Fields.FirstOrDefault(one => one.InputName == name) is { } field)
        {
            // An update is judged by its new image, which is made before the store counts the version.
            if (field.Source == FieldSource.Version)
            {
                errors.Report(node, $"`{name}` changes with every update, so no rule can stand on it.", "Remove the condition, or keep what it needs in a field of its own.");
                return null;
            }

            return new RulePath(stored + field.StoredName, written + name, field.Type);
        }

        if (current == type && name == "id")
        {
            return new RulePath("_id", name, new ReferenceFieldType(type, IsNullable: false));
        }

        if (current == type && type.Access.Owner is { } owner && owner.StoredField == name)
        {
            return OwnerPath(owner);
        }

        ReportUnknown(node, current);
        return null;
    }

    /// <summary>The owner's element, which is no field.</summary>
    public static RulePath OwnerPath(OwnerRule owner) =>
        new(owner.StoredField, owner.StoredField, new ScalarFieldType(ScalarKind.String, IsNullable: false));

    private void ReportUnknown(NameNode node, ModelType current)
    {
        var names = current.Fields.Select(field => field.InputName).ToList();
        if (current == type)
        {
            names.Insert(0, "id");
            if (type.Access.Owner is { } owner)
            {
                names.Add(owner.StoredField);
            }
        }

        errors.Report(
            node,
            $"`{current.Name}` has no field `{node.Value}`.",
            Spelling.Remedy(node.Value, names, "", $"Write one of {string.Join(", ", names)}."));
    }

    private bool IsKnown(NameNode node, RulePath path, ImmutableArray<string> operations)
    {
        if (operations.Contains(node.Value))
        {
            return true;
        }

        errors.Report(
            node,
            $"{path.Label} takes no operation `{node.Value}`.",
            Spelling.Remedy(node.Value, operations, "", $"Write one of {string.Join(", ", operations)}."));
        return false;
    }

    private static ImmutableArray<string> OperationsOn(FieldType type) =>
        type is ScalarFieldType { Kind: var kind } ? FilterOperations.Of(kind) : FilterOperations.Equalities;

    private static string Prefix(string path) => path.Length == 0 ? "" : path + ".";
}
