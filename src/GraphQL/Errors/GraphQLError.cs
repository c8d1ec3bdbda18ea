using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Errors;

/// <summary>An error as a client gets it, §7.1.2. Every text in it is safe to show.</summary>
/// <param name="Code">The row of the catalogue; written as `extensions.code`.</param>
/// <param name="Message">What is wrong, where and what to do.</param>
/// <param name="Locations">Places in the document; empty when there are none.</param>
/// <param name="Path">The response field that failed; null for an error of the whole request.</param>
/// <param name="Extensions">Further entries of `extensions`, after the code: strings, numbers, booleans.</param>
public sealed record GraphQLError(
    ErrorCode Code,
    string Message,
    ImmutableArray<Location> Locations,
    ResponsePath? Path = null,
    ImmutableArray<KeyValuePair<string, object?>> Extensions = default);
