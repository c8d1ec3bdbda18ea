namespace OwnedData.Server.GraphQL;

/// <summary>Who may see the schema: by introspection, by `?sdl`, and in the suggestions of messages.</summary>
internal enum SchemaVisibility
{
    Off,
    SignedIn,
    On,
}
