using System.Collections.Frozen;

namespace OwnedData.Server.ModelInference;

/// <summary>A field that may hold whose a document is, judged by its name and its values. Nothing is decided by it: that is a person's to do.</summary>
/// <param name="Field">Its name in the documents.</param>
/// <param name="Score">4 or more: likely; 2 or 3: perhaps; 1: hardly.</param>
/// <param name="IsText">Whether it holds texts alone, as a token's `sub` is one.</param>
/// <param name="Reason">What speaks for it, in words.</param>
internal sealed record OwnerCandidate(string Field, int Score, bool IsText, string Reason)
{
    private static readonly FrozenSet<string> s_strong = FrozenSet.Create("owner", "ownerid", "user", "userid", "uid", "sub", "subject", "subjectid");

    private static readonly FrozenSet<string> s_weak = FrozenSet.Create(
        "createdby", "createdbyid", "creator", "creatorid", "author", "authorid", "account", "accountid", "customer", "customerid", "member", "memberid",
        "person", "personid", "tenant", "tenantid", "organization", "organizationid", "orgid");

    public string Sureness => Score >= 4 ? "likely" : Score >= 2 ? "perhaps" : "hardly";

    public static bool IsNamedLikeOne(string field) => s_strong.Contains(Plain(field)) || s_weak.Contains(Plain(field));

    /// <summary>The most likely first; of equals in the order of the documents.</summary>
    public static List<OwnerCandidate> Of(ObjectSample documents) =>
    [
        .. documents.Fields.Where(field => field.Name != "_id").Select(field => Judge(field.Name, field.Values, documents.Count))
            .Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score),
    ];

    private static OwnerCandidate Judge(string field, ValueSample values, int documents)
    {
        var isText = values.Kinds is [ValueKind.Text];
        var isSubject = values.SubjectLike > 0 && values.SubjectLike >= values.Count * 9 / 10;
        var byName = s_strong.Contains(Plain(field)) ? 2 : s_weak.Contains(Plain(field)) ? 1 : 0;
        var hasIds = isText || values.Kinds is [ValueKind.ObjectId] or [ValueKind.Uuid] or [ValueKind.Int32] or [ValueKind.Int64];
        if (!hasIds || (byName == 0 && !isSubject))
        {
            return new OwnerCandidate(field, 0, isText, "");
        }

        var reasons = new List<string> { $"in {values.Count} of {documents}" };
        if (byName > 0)
        {
            reasons.Add("by its name");
        }

        if (isSubject)
        {
            reasons.Add($"{values.SubjectLike} values like `auth0|…`");
        }

        if (!isText)
        {
            reasons.Add($"but {values.Describe()}, and a token's `sub` is a text");
        }

        var score = byName + (isSubject ? 3 : 0) + (isText && values.Count == documents ? 1 : 0) - (isText ? 0 : 1);
        return new OwnerCandidate(field, Math.Max(1, score), isText, string.Join(", ", reasons));
    }

    private static string Plain(string field) =>
        string.Concat(field.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
