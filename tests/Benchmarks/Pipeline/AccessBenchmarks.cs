using System.Collections.Frozen;
using System.Text;
using BenchmarkDotNet.Attributes;
using OwnedData.Bson;
using OwnedData.Execution.Access.Rules;
using OwnedData.Execution.Access;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Benchmarks.Pipeline;

/// <summary>
/// What access costs a request: gates, rules bound to the viewer, and the predicate as one document. Four alternatives, a tenant and claims:
/// the largest rule of the samples. Budget: below 3 µs and 2 KB.
/// </summary>
[MemoryDiagnoser]
public class AccessBenchmarks
{
    private const string Model = """
        type Document @collection(name: "documents") @owned
          @allow(where: { readers: { some: { eq: "$sub" } } })
          @allow(where: { department: { in: "$claim:https://my-api.com/department" } })
          @allow(policy: "all:documents", where: { status: { eq: FINAL } })
          @restrict(where: { orgId: { eq: "$claim:org" } })
          @authorize(policy: "read:documents", on: [READ]) {
          title: String!
          orgId: String! @stored(as: "org_id")
          department: String
          readers: [String!]
          status: Status
        }
        enum Status { DRAFT FINAL }
        """;

    private readonly Viewer _viewer = new()
    {
        Subject = "alice",
        Scopes = FrozenSet.Create("read:documents", "all:documents"),
        Claims = BsonDocument.Parse("""{ "org": "acme", "https://my-api.com/department": ["law", "sales"] }"""),
    };

    private readonly BsonDocument _document = BsonDocument.Parse(
        """{ "owner_id": "bob", "org_id": "acme", "department": "tax", "readers": ["carol", "alice"], "status": "DRAFT", "title": "Plan" }""");

    private TypeRules _rules = null!;

    [GlobalSetup]
    public void SetUp() =>
        _rules = new AccessRules(ModelLoader.Load([new ModelSource("model.graphql", Encoding.UTF8.GetBytes(Model))]).Model!).Of("documents");

    [Benchmark]
    public BsonDocument AuthorizeAndWritePredicate()
    {
        var context = new RuleContext(_viewer, DateTimeOffset.UnixEpoch);
        var rules = _rules.Of(AccessOperation.Read);
        if (_rules.GatesOf(AccessOperation.Read).Check(_viewer) is not null || rules.Decide(context, default) == Truth.False)
        {
            return default;
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("$and"u8);
        rules.WriteMembers(writer, context);
        writer.WriteEndArray();
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    [Benchmark]
    public bool EvaluateInMemory() => _rules.May(AccessOperation.Read, _document.Span, new RuleContext(_viewer, DateTimeOffset.UnixEpoch));
}
