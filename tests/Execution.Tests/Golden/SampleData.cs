using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Golden;

/// <summary>The documents that every golden case finds: two people, with notes and contacts that look alike.</summary>
internal static class SampleData
{
    public static async Task InsertAsync(Api api)
    {
        await api.InsertAsync(
            "notes",
            Note(1, "alice", "Bread", """["home", "food"]""", "true", "FINAL", """, "body": "Flour.\nWater.", "place": { "city": "Bern", "country": "CH", "latitude": 46.948 }"""),
            Note(2, "alice", "Taxes", """["home"]""", "false", "DRAFT", """, "body": null, "place": null"""),
            Note(3, "alice", "bread (again)", "[]", "false", "FINAL", """, "body": "100% rye", "place": { "city": "Lyon", "country": "FR" }"""),
            Note(4, "alice", "Boat", """["sea", "home"]""", "true", "DRAFT", """, "place": { "city": "Bern", "country": "CH", "latitude": null, "longitude": 7.5 }"""),
            Note(5, "alice", "Ünïcödé 🍞", """["food"]""", "false", "DRAFT", ""),
            Note(0xB1, "bob", "Bread", """["home", "food"]""", "true", "FINAL", """, "body": "Bob's", "place": { "city": "Bern", "country": "CH" }"""),
            Note(0xB2, "bob", "Secret", """["sea"]""", "false", "DRAFT", ""));
        await api.InsertAsync(
            "contacts",
            Contact(1, "alice", "Carol", """, "emails": ["carol@example.com"], "phone": "+41441234567", "address": { "street": "Main 1", "postal_code": "3000", "city": "Bern", "country": "CH" }, "birthday": { "$date": "1980-02-29T00:00:00Z" }, "balance": { "$numberDecimal": "12.50" }, "calls": { "$numberLong": "9007199254740993" }, "affinity": 0.5, "external_key": { "$uuid": "c0ffee00-0000-4000-8000-000000000001" }, "importedFrom": "old-1", "website": "https://example.com/", "avatar": { "$binary": { "base64": "AQID", "subType": "00" } }, "extra": { "likes": ["tea", 1, null] }, "verified": true, "lastSeenAt": { "$date": "2025-12-24T18:30:00.5Z" }"""),
            Contact(2, "alice", "Dan", """, "emails": [], "address": { "city": "Lyon", "country": "FR" }, "balance": { "$numberDecimal": "-3" }, "calls": { "$numberLong": "0" }, "verified": false"""),
            Contact(1, "bob", "Carol", """, "emails": ["carol@example.com"], "balance": { "$numberDecimal": "0" }, "calls": { "$numberLong": "1" }, "verified": false"""),
            Contact(7, "bob", "Erin", """, "emails": ["erin@example.com"], "balance": { "$numberDecimal": "1E+3" }, "calls": { "$numberLong": "2" }, "verified": false"""));
    }

    private static string Note(int number, string owner, string title, string tags, string pinned, string status, string more) =>
        $$"""
        { "_id": { "$oid": "6500000000000000000000{{number:x2}}" }, "owner_id": "{{owner}}", "title": "{{title}}", "tags": {{tags}}, "pinned": {{pinned}}, "status": "{{status}}"{{more}},
          "createdAt": { "$date": "2025-01-{{number % 16:00}}T08:00:00Z" }, "updatedAt": { "$date": "2025-02-{{number % 3 + 1:00}}T08:00:00Z" } }
        """;

    private static string Contact(int number, string owner, string name, string more) =>
        $$"""
        { "_id": { "$uuid": "0190a5a0-0000-7000-8000-{{(owner == "alice" ? "a" : "b")}}0000000000{{number}}" }, "owner_id": "{{owner}}", "number": {{number}}, "name": "{{name}}"{{more}},
          "createdAt": { "$date": "2025-03-0{{number}}T08:00:00Z" }, "updatedAt": { "$date": "2025-04-0{{number}}T08:00:00Z" } }
        """;
}
