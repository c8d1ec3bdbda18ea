using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Authorization;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Access.Rules;

/// <summary>The compiled rules of one stored type: by operation, and what a create stamps.</summary>
internal sealed class TypeRules
{
    private readonly ImmutableArray<OperationRules> _operations;
    private readonly ImmutableArray<GateSet> _gates;
    private readonly ImmutableArray<bool> _shown;

    // What a create writes in the viewer's name, the owner first.
    private readonly ImmutableArray<CompiledStamp> _stamps;

    public TypeRules(StoredType type)
    {
        var allows = type.Access.Allows.Select(rule => (rule.On, Rule: Compile(rule))).ToList();
        var restricts = type.Access.Restricts.Select(rule => (rule.On, Rule: new CompiledRestrict(RuleCompiler.Compile(rule.Where), rule.Message))).ToList();
        AccessOperation[] operations = [.. Enum.GetValues<AccessOperation>().Order()];
        _gates = [.. operations.Select(operation => GateSet.Of(type, operation))];
        _operations =
        [
            .. operations.Select(operation => new OperationRules(
                [.. allows.Where(allow => allow.On.Contains(operation)).Select(allow => allow.Rule)],
                [.. restricts.Where(restrict => restrict.On.Contains(operation)).Select(restrict => restrict.Rule)],
                type.Name,
                operation.ToString().ToLowerInvariant())),
        ];
        _shown = [.. _operations.Select(Of(AccessOperation.Read).FollowFrom)];
        _stamps = [.. StampsOf(type)];
    }

    public OperationRules Of(AccessOperation operation) => _operations[(int)operation];

    public GateSet GatesOf(AccessOperation operation) => _gates[(int)operation];

    /// <summary>Whether gates and rules let the viewer do it with a document, of which at least the paths are there that the rules read.</summary>
    public bool May(AccessOperation operation, ReadOnlySpan<byte> document, in RuleContext context) =>
        GatesOf(operation).Check(context.Viewer) is null && Of(operation).Hold(document, context);

    /// <summary>
    /// The new document with the owner, right after `_id`, and the values that it leaves out and a `@restrict` asks for. False when there is
    /// no value for the owner.
    /// </summary>
    public bool TryStamp(BsonDocument document, in RuleContext context, out BsonDocument stamped)
    {
        var hasOwner = true;
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        var reader = new BsonReader(document.Span);
        while (reader.Read())
        {
            writer.WriteValue(reader.NameSpan, reader.Value);
            if (!reader.NameSpan.SequenceEqual("_id"u8))
            {
                continue;
            }

            foreach (var stamp in _stamps)
            {
                if (stamp.Value.IsBound(context))
                {
                    Write(stamp, document, writer, context);
                }
                else
                {
                    hasOwner &= !stamp.IsOwner;
                }
            }
        }

        writer.WriteEndDocument();
        stamped = writer.ToDocument();
        return hasOwner;
    }

    /// <summary>
    /// What a projection of a document needs to tell whether the viewer may read what an operation gives back; none where whoever may do
    /// the one may do the other.
    /// </summary>
    public ImmutableArray<string> PathsToShow(AccessOperation operation) => IsShown(operation) ? [] : Of(AccessOperation.Read).Paths;

    /// <summary>Whether the viewer may read a document that the operation was done to.</summary>
    public bool MayShow(AccessOperation operation, ReadOnlySpan<byte> document, in RuleContext context) =>
        IsShown(operation) || Of(AccessOperation.Read).Hold(document, context);

    /// <summary>Whether a viewer may do the operation to every document that they may read.</summary>
    public bool MayWhereRead(AccessOperation operation) => Of(operation).FollowFrom(Of(AccessOperation.Read));

    private bool IsShown(AccessOperation operation) => _shown[(int)operation];

    private static void Write(CompiledStamp stamp, BsonDocument document, BsonWriter writer, in RuleContext context)
    {
        if (!document.TryGetValue(stamp.Name, out _))
        {
            writer.WriteName(stamp.Name);
            stamp.Value.Write(writer, context);
        }
    }

    private static CompiledAllow Compile(AllowRule rule) =>
        new(rule.Where is null ? null : RuleCompiler.Compile(rule.Where), rule.Policy, rule.Roles, rule.IsPublic, rule.Message);

    private static IEnumerable<CompiledStamp> StampsOf(StoredType type)
    {
        if (type.Access.Owner is { } owner)
        {
            var path = new RulePath(owner.StoredField, owner.StoredField, new ScalarFieldType(ScalarKind.String, IsNullable: false));
            yield return new CompiledStamp(Encoding.UTF8.GetBytes(owner.StoredField), RuleCompiler.Compile(new ViewerOperand(owner.By), path, takesList: false), IsOwner: true);
        }

        foreach (var stamp in type.Access.Stamps)
        {
            yield return new CompiledStamp(Encoding.UTF8.GetBytes(stamp.Path.Stored), RuleCompiler.Compile(stamp.Operand, stamp.Path, takesList: false), IsOwner: false);
        }
    }
}
