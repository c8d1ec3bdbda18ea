using System.Collections.Immutable;

namespace OwnedData.Server.AccessTesting;

/// <summary>A test file, read and checked against the model.</summary>
/// <param name="Documents">What is in the store before each expectation.</param>
/// <param name="Expectations">In the file's order, one persona and one operation each.</param>
internal sealed record AccessTestFile(ImmutableArray<TrialDocument> Documents, ImmutableArray<Expectation> Expectations);
