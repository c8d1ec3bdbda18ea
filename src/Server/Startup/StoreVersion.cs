using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;

namespace OwnedData.Server.Startup;

/// <summary>Holds a MongoDB's version against what the model needs, before the first request. The driver itself refuses whatever is older than 3.6.</summary>
internal static class StoreVersion
{
    // `$unionWith`, which lists by `@inverse` are made of.
    private static readonly Version s_leastForInverses = new(4, 4);

    /// <summary>Refuses in Production, throwing <see cref="StartupException"/>; in Development it says what will fail.</summary>
    public static async Task CheckAsync(IMongoStore store, DataModel model, bool isDevelopment, TextWriter output, CancellationToken cancellationToken)
    {
        var reply = await store.ExecuteAsync(new BuildInfoCommand(), cancellationToken);
        if (Find(reply) is not { } version || FindFault(version, model) is not { } fault)
        {
            return;
        }

        if (!isDevelopment)
        {
            throw new StartupException(fault);
        }

        await output.WriteLineAsync(fault);
    }

    /// <summary>What such a version lacks, in a sentence; null for nothing.</summary>
    public static string? FindFault(Version version, DataModel model)
    {
        var inverses = model.StoredTypes.SelectMany(type => type.Inverses.Select(field => $"{type.Name}.{field.Name}")).ToArray();
        return version < s_leastForInverses && inverses.Length > 0
            ? $"This MongoDB is {version}, and lists by @inverse ({string.Join(", ", inverses)}) need {s_leastForInverses} or later. Update it, or leave them out of the model."
            : null;
    }

    // A server that is compatible with MongoDB may have a version of its own making.
    private static Version? Find(BsonDocument reply) =>
        reply.TryGetValue("version"u8, out var value) && value.Type == BsonType.String
        && Version.TryParse(Encoding.UTF8.GetString(value.AsString()).Split('-', '+', ' ')[0], out var version)
            ? version
            : null;
}
