namespace OwnedData.GraphQL.Errors;

/// <summary>One way a request can fail: a row of <see cref="ErrorCatalog"/>.</summary>
/// <param name="Code">`extensions.code`, stable for clients.</param>
/// <param name="HttpStatus">The status when the whole request fails with it under `application/graphql-response+json`.</param>
/// <param name="Meaning">What happened and what to do, in one line: the row of docs/errors.md.</param>
/// <param name="IsOfTransport">True when the HTTP request is wrong, not the GraphQL in it: its status is the same under `application/json`.</param>
public sealed record ErrorCode(string Code, int HttpStatus, string Meaning, bool IsOfTransport = false);
