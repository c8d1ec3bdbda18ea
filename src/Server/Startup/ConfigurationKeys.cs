namespace OwnedData.Server.Startup;

/// <summary>Every configuration key that the server reads. docs/configuration.md is held to this list by a test.</summary>
internal static class ConfigurationKeys
{
    public static readonly ConfigurationKey Urls =
        new("Urls", "--urls", "http://localhost:5080", "The addresses to listen on, separated by `;`.");

    public static readonly ConfigurationKey Data =
        new("Data", "--data", ".data", "The folder of the embedded store and of the development issuer's key.");

    public static readonly ConfigurationKey MongoUri =
        new("Mongo:Uri", null, "", "The MongoDB that holds the documents: `mongodb://…` or `mongodb+srv://…`. Not set: the embedded store.");

    public static readonly ConfigurationKey MongoDatabase =
        new("Mongo:Database", null, "", "The database in that MongoDB. Not set: the one that the URI names.");

    public static readonly ConfigurationKey IndexesMode =
        new("Indexes:Mode", null, "", "Indexes that the model needs and the store lacks: `apply` makes them at start, `check` refuses to start, `ignore`. Not set: `check` for a MongoDB in Production, else `apply`.");

    public static readonly ConfigurationKey EmbeddedPort =
        new("Embedded:Port", "--embedded-port", "", "The port on which this machine's MongoDB tools reach the embedded store, past all access rules; `0` for any that is free. Not set: none.");

    public static readonly ConfigurationKey Model =
        new("Model", "--model", "", "The model: a file, or a folder of `*.graphql`. Not set: the sample model that comes with the server.");

    public static readonly ConfigurationKey SampleData =
        new("Development:SampleData", null, "true", "Whether Development fills empty collections of the sample model with the sample users' documents.");

    public static readonly ConfigurationKey RedirectUris =
        new("Development:RedirectUris", null, "", "Where the built-in issuer may send a browser back to: addresses of this machine, exactly these, separated by `;`. Not set: every `http://localhost` address.");

    public static readonly ConfigurationKey ExecutionTimeout =
        new("Execution:Timeout", null, "00:00:30", "The longest a GraphQL request may run; then it ends with HC0045.");

    public static readonly ConfigurationKey MaximumBatch =
        new("GraphQL:MaximumBatch", null, "0", "The most operations of one request, sent as a JSON array; up to 100. 0: batches are refused.");

    public static readonly ConfigurationKey CorsOrigins =
        new("Cors:Origins", null, "", "The web sites whose pages may call the API: origins such as `https://app.example.com`, separated by `;`. Not set: none; in Development any on localhost.");

    public static readonly ConfigurationKey Introspection =
        new("GraphQL:Introspection", null, "", "Who may see the schema, by introspection and `?sdl`: `on` for all, `signed-in` or `off`. Not set: `on` in Development, else `off`.");

    public static readonly ConfigurationKey Explorer =
        new("GraphQL:Explorer", null, "", "Whether a browser at `/graphql` gets the explorer, if it may see the schema: `on` or `off`. Not set: `on` in Development, else `off`.");

    public static readonly ConfigurationKey MaxDocumentBytes =
        new("Limits:DocumentBytes", null, "1048576", "The most bytes of a document; OD0201.");

    public static readonly ConfigurationKey MaxTokens =
        new("Limits:Tokens", null, "15000", "The most tokens of a document; OD0202.");

    public static readonly ConfigurationKey MaxNesting =
        new("Limits:Nesting", null, "64", "The most levels of selections, values and list types inside each other in a text, 1 to 1000; OD0203.");

    public static readonly ConfigurationKey MaxSelectionDepth =
        new("Limits:SelectionDepth", null, "15", "The most levels of fields, introspection aside; OD0205.");

    public static readonly ConfigurationKey MaxFields =
        new("Limits:Fields", null, "2000", "The most fields of an operation with its fragments spread; OD0206.");

    public static readonly ConfigurationKey MaxAliases =
        new("Limits:Aliases", null, "50", "The most aliases of an operation with its fragments spread, those of `__typename` aside; OD0207.");

    public static readonly ConfigurationKey MaxRootFields =
        new("Limits:RootFields", null, "20", "The most fields at the root of an operation; OD0208.");

    public static readonly ConfigurationKey MaxIntrospectionDepth =
        new("Limits:IntrospectionDepth", null, "20", "The most levels of fields of an introspection; HC0086.");

    public static readonly ConfigurationKey MaxCycleDepth =
        new("Limits:CycleDepth", null, "3", "How often one field of one type may stand inside itself; HC0087.");

    public static readonly ConfigurationKey MaxFieldCost =
        new("Limits:FieldCost", null, "1000", "The most field cost of an operation; HC0047.");

    public static readonly ConfigurationKey MaxTypeCost =
        new("Limits:TypeCost", null, "1000", "The most type cost of an operation; HC0047.");

    public static readonly ConfigurationKey MaxNodeIds =
        new("Limits:NodeIds", null, "50", "The most ids that one `nodes` takes; HC0076.");

    public static readonly ConfigurationKey DocumentsPath =
        new("Documents:Path", null, "", "Trusted documents: a folder of `{id}.graphql` files, or a manifest as Apollo's or Relay's tools write it.");

    public static readonly ConfigurationKey DocumentsMode =
        new("Documents:Mode", null, "allow", "`allow`: other documents run, too, and clients may register theirs. `only`: trusted documents alone.");

    public static readonly ConfigurationKey DocumentsCacheSize =
        new("Documents:CacheSize", null, "33554432", "Bytes for the documents that clients register, 16 MiB to 1 GiB; one caller's take an eighth at most.");

    public static readonly ConfigurationKey CursorsKey =
        new("Cursors:Key", null, "", "The key that seals cursors: 32 bytes in base64. Not set: one is made and kept in the store.");

    public static readonly ConfigurationKey Authority =
        new("Authentication:Schemes:Bearer:Authority", null, "", "The address of the token issuer. Needed outside Development.");

    public static readonly ConfigurationKey MetadataAddress =
        new("Authentication:Schemes:Bearer:MetadataAddress", null, "", "The issuer's discovery document, where it isn't under the authority's `/.well-known/openid-configuration`.");

    public static readonly ConfigurationKey RequireHttpsMetadata =
        new("Authentication:Schemes:Bearer:RequireHttpsMetadata", null, "true", "Whether the discovery document and the keys are read over https only.");

    public static readonly ConfigurationKey ValidAudience =
        new("Authentication:Schemes:Bearer:ValidAudience", null, "", "The `aud` that tokens for this API carry. Needed with an authority.");

    public static readonly ConfigurationKey ValidAudiences =
        new("Authentication:Schemes:Bearer:ValidAudiences", null, "", "Several of them: `ValidAudiences:0`, `ValidAudiences:1`, …");

    public static readonly ConfigurationKey ValidIssuer =
        new("Authentication:Schemes:Bearer:ValidIssuer", null, "", "The `iss` that tokens carry. Not set: the issuer that the discovery document names.");

    public static readonly ConfigurationKey ValidIssuers =
        new("Authentication:Schemes:Bearer:ValidIssuers", null, "", "Several of them: `ValidIssuers:0`, …");

    public static readonly ConfigurationKey RolesClaim =
        new("Authentication:RolesClaim", null, "roles", "The claim that holds the roles: a string or a list of strings.");

    public static readonly ConfigurationKey Grants =
        new("Access:Grants", "--grants", "", "The collection of grants, which the API never writes: a document a subject. Not set: nobody has any; with the sample model, `grants`.");

    public static readonly ConfigurationKey GrantsCache =
        new("Access:GrantsCache", null, "00:00:10", "How long grants are used after they were asked for, up to an hour. 0: they are read for every request.");

    public static readonly ConfigurationKey ExplainPolicy =
        new("Access:ExplainPolicy", null, "", "The scope or permission that lets a caller ask how access was decided, by the header `GraphQL-Access: explain`. Not set: nobody; in Development all.");

    public static readonly ConfigurationKey Connections =
        new("Limits:Connections", null, "5000", "The most open connections. Past it a request gets 503; `/health/live` still answers.");

    public static readonly ConfigurationKey ConcurrentRequests =
        new("Limits:ConcurrentRequests", null, "256", "The most GraphQL requests that run at once. Further ones wait.");

    public static readonly ConfigurationKey QueuedRequests =
        new("Limits:QueuedRequests", null, "1000", "The most GraphQL requests that wait, none longer than `Execution:Timeout`. Past either a request gets 503.");

    public static readonly ConfigurationKey ConcurrentRequestsPerCaller =
        new("Limits:ConcurrentRequestsPerCaller", null, "32", "The most requests of one caller at once: of a subject or, without a token, of an address. Past it a request gets 429.");

    public static readonly ConfigurationKey RequestsPerSecond =
        new("Limits:RequestsPerSecond", null, "100", "How many requests a caller may send a second in the long run. Past it a request gets 429.");

    public static readonly ConfigurationKey RequestBurst =
        new("Limits:RequestBurst", null, "500", "How many requests a caller may send at once after a rest.");

    public static readonly ConfigurationKey RefusedTokensPerSecond =
        new("Limits:RefusedTokensPerSecond", null, "100", "How many refused tokens of one address are explained a second. Past it a bad token gets 429.");

    public static readonly ConfigurationKey KnownProxies =
        new("ForwardedHeaders:KnownProxies", null, "", "The reverse proxies whose `X-Forwarded-For` is believed: addresses or networks such as `10.0.0.0/8`, separated by `;`.");

    /// <summary>All of them, in the order of the documentation.</summary>
    public static IReadOnlyList<ConfigurationKey> All { get; } =
    [
        Urls, Data, MongoUri, MongoDatabase, IndexesMode, EmbeddedPort, Model, SampleData, RedirectUris, ExecutionTimeout, MaximumBatch, CorsOrigins,
        Introspection, Explorer, MaxDocumentBytes, MaxTokens, MaxNesting, MaxSelectionDepth, MaxFields,
        MaxAliases, MaxRootFields, MaxIntrospectionDepth, MaxCycleDepth, MaxFieldCost, MaxTypeCost, MaxNodeIds,
        DocumentsPath, DocumentsMode, DocumentsCacheSize,
        CursorsKey, Authority, MetadataAddress, RequireHttpsMetadata, ValidAudience, ValidAudiences,
        ValidIssuer, ValidIssuers, RolesClaim, Grants, GrantsCache, ExplainPolicy,
        Connections, ConcurrentRequests, QueuedRequests, ConcurrentRequestsPerCaller, RequestsPerSecond, RequestBurst, RefusedTokensPerSecond, KnownProxies,
    ];
}
