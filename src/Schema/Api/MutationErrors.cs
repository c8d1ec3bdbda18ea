using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>Says which errors can occur in the mutations of a stored type: a client isn't made to handle what can't happen.</summary>
internal sealed class MutationErrors(StoredType type)
{
    private static readonly ImmutableArray<TypeDefinitionNode> AllCommon =
    [
        Sdl.Object(ApiNames.NotAllowedError, "The caller may not do that, though the document, if there is one, is theirs to read.", [CommonTypes.Message], ApiNames.Error),
        Sdl.Object(ApiNames.VersionConflictError, "The document has another version than the one that was meant.", [CommonTypes.Message], ApiNames.Error),
        Sdl.Object(
            ApiNames.ReferenceNotFoundError,
            "The input refers to a document that the caller can't read, or that isn't there.",
            [CommonTypes.Message, Sdl.Field("path", "[String!]!", "Where in the input, from `input` down.")],
            ApiNames.Error),
    ];

    private bool _canMiss;
    private bool _canCollide;

    /// <summary>The errors that are the type's own, as far as its mutations were said to have them.</summary>
    public IEnumerable<TypeDefinitionNode> Types =>
    [
        .. _canMiss ? [NotFound] : ImmutableArray<TypeDefinitionNode>.Empty,
        .. _canCollide ? [AlreadyExists] : ImmutableArray<TypeDefinitionNode>.Empty,
    ];

    private ObjectTypeDefinitionNode NotFound => Sdl.Object(
        ApiNames.NotFoundError(type.Name),
        type.Access.IsOwnersAlone ? $"The caller has no {type.Name} of that id." : $"There is no {type.Name} of that id for the caller.",
        [CommonTypes.Message],
        ApiNames.Error);

    private ObjectTypeDefinitionNode AlreadyExists => Sdl.Object(
        ApiNames.AlreadyExistsError(type.Name),
        $"{(type.Access.Owner is null ? "There is" : "The caller has")} a {type.Name} with these values already.",
        [CommonTypes.Message, Sdl.Field("fields", "[String!]!", "The fields that must differ from all others together.")],
        ApiNames.Error);

    /// <summary>Errors of no type in particular, as far as the model can cause them.</summary>
    public static IEnumerable<TypeDefinitionNode> Common(DataModel model)
    {
        var used = model.StoredTypes.SelectMany(type => MutationTypes.Of(type).Types).OfType<UnionTypeDefinitionNode>()
            .SelectMany(union => union.Types)
            .Select(member => member.Name.Value)
            .ToHashSet();
        return AllCommon.Where(error => used.Contains(error.Name.Value));
    }

    /// <summary>Whether some rule lets somebody do it at all; else it is not in the API.</summary>
    public bool IsOpen(AccessOperation operation) => type.Access.Allows.Any(rule => rule.On.Contains(operation));

    public ImmutableArray<string> OfCreate(bool canCollide)
    {
        // Who is somebody can own: `sub` is never missing. Any other claim may be.
        var isAlwaysAllowed = type.Access.Owner is { By.Source: ViewerSource.Subject } && !IsRestricted(AccessOperation.Create);
        return
        [
            .. OfInput(canCollide),
            .. type.Fields.Any(field => field is { Type: ReferenceFieldType, IsInCreateInput: true }) ? [ApiNames.ReferenceNotFoundError] : ImmutableArray<string>.Empty,
            .. isAlwaysAllowed ? [] : ImmutableArray.Create(ApiNames.NotAllowedError),
        ];
    }

    public ImmutableArray<string> OfUpdate(bool canCollide) =>
    [
        .. OfInput(canCollide),
        .. type.Fields.Any(field => field is { Type: ReferenceFieldType, IsInUpdateInput: true }) ? [ApiNames.ReferenceNotFoundError] : ImmutableArray<string>.Empty,
        .. OfDocument(AccessOperation.Update),
    ];

    public ImmutableArray<string> OfDelete() => OfDocument(AccessOperation.Delete);

    private ImmutableArray<string> OfInput(bool canCollide)
    {
        if (!canCollide)
        {
            return [ApiNames.ValidationError];
        }

        _canCollide = true;
        return [ApiNames.ValidationError, ApiNames.AlreadyExistsError(type.Name)];
    }

    private ImmutableArray<string> OfDocument(AccessOperation operation)
    {
        _canMiss = true;
        return
        [
            ApiNames.NotFoundError(type.Name),
            .. type.IsVersioned ? [ApiNames.VersionConflictError] : ImmutableArray<string>.Empty,
            .. IsVisibleAllowed(operation) ? [] : ImmutableArray.Create(ApiNames.NotAllowedError),
        ];
    }

    // Where the owner's is the only way in, who sees a document may change it.
    private bool IsVisibleAllowed(AccessOperation operation) =>
        type.Access.IsOwnersAlone && !IsRestricted(operation);

    private bool IsRestricted(AccessOperation operation) => type.Access.Restricts.Any(rule => rule.On.Contains(operation));
}
