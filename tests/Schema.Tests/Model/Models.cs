namespace OwnedData.Schema.Tests.Model;

/// <summary>Models that are fine but for the text put into them.</summary>
internal static class Models
{
    /// <summary>The text is line 2: fields of a stored type.</summary>
    public static string WithField(string field) =>
        $$"""
        type Note @collection(name: "notes") @owned {
          {{field}}
        }
        enum Color { RED GREEN }
        type Place { city: String!  tags: [String!]!  extra: JSON }
        """;

    /// <summary>The text is line 3: fields of an embedded type.</summary>
    public static string WithEmbeddedField(string field) =>
        $$"""
        type Note @collection(name: "notes") @owned { place: Place }
        type Place {
          {{field}}
        }
        """;

    /// <summary>The text is line 4: directives of a stored type with fields of many kinds.</summary>
    public static string WithTypeDirective(string directive) =>
        $$"""
        type Note
          @collection(name: "notes")
          @owned
          {{directive}} {
          title: String!  pinned: Boolean  tags: [String!]!  words: [String!]!  extra: JSON  place: Place!
        }
        type Place { city: String!  labels: [String!]! }
        """;

    /// <summary>The text is what stands between a type's name and its fields.</summary>
    public static string WithTypeHead(string directives) => $$"""type Note {{directives}} { title: String! }""";
}
