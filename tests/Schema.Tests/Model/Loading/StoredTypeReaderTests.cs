namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class StoredTypeReaderTests
{
    [Theory]
    [InlineData(
        """@collection(name: "notes")""",
        "1:6: `Note` has no access rule: a stored type is closed by default, so nobody could ever see it. Write `@owned` behind `@collection(…)`, or `@allow(…)`, or `@public`.")]
    public void A_stored_type_without_an_access_rule_is_refused(string directives, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeHead(directives), errors);

    [Theory]
    [InlineData(
        """@collection(name: "") @owned""",
        """1:29: The collection's name is empty. Write a name such as `"notes"`.""")]
    [InlineData(
        """@collection(name: "system.users") @owned""",
        """1:29: The collection's name starts with `system.`, which MongoDB keeps for itself. Write a name such as `"notes"`.""")]
    [InlineData(
        """@collection(name: "a$b") @owned""",
        """1:29: The collection's name contains `$`. Write a name such as `"notes"`.""")]
    [InlineData(
        """@collection(name: "a\u0000b") @owned""",
        """1:29: The collection's name contains a NUL character. Write a name such as `"notes"`.""")]
    [InlineData(
        """@collection(name: ".notes") @owned""",
        """1:29: The collection's name has an empty part before or after a dot. Write a name such as `"notes"`.""")]
    [InlineData(
        """@collection(name: "notes.") @owned""",
        """1:29: The collection's name has an empty part before or after a dot. Write a name such as `"notes"`.""")]
    [InlineData(
        """@collection(name: "a..b") @owned""",
        """1:29: The collection's name has an empty part before or after a dot. Write a name such as `"notes"`.""")]
    [InlineData(
        """@collection(name: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx") @owned""",
        """1:29: The collection's name is longer than 190 bytes. Write a name such as `"notes"`.""")]
    [InlineData(
        "@collection @owned",
        "1:11: `@collection` lacks `name`. Write `@collection(name: …)` with a string.")]
    [InlineData(
        "@collection(name: 1) @owned",
        "1:29: `name` of `@collection` has the wrong type. Write a string.")]
    public void A_collection_that_MongoDB_would_not_take_is_refused(string directives, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeHead(directives), errors);

    [Theory]
    [InlineData(
        """@collection(name: "notes", id: GUID) @owned""",
        "1:42: `id` of `@collection` has the wrong type. Write one of OBJECT_ID, UUID, STRING, INT, LONG.")]
    public void An_id_kind_that_is_not_there_is_refused(string directives, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeHead(directives), errors);

    [Theory]
    [InlineData(
        """@collection(name: "notes", plural: "") @owned""",
        """1:46: `plural` is no name for a field of the API. Write letters, digits and underscores, such as `"notes"`.""")]
    [InlineData(
        """@collection(name: "notes", plural: "2notes") @owned""",
        """1:46: `plural` is no name for a field of the API. Write letters, digits and underscores, such as `"notes"`.""")]
    [InlineData(
        """@collection(name: "notes", plural: "my notes") @owned""",
        """1:46: `plural` is no name for a field of the API. Write letters, digits and underscores, such as `"notes"`.""")]
    [InlineData(
        """@collection(name: "notes", plural: "__notes") @owned""",
        """1:46: `plural` is no name for a field of the API. Write letters, digits and underscores, such as `"notes"`.""")]
    [InlineData(
        """@collection(name: "notes", plural: "nötes") @owned""",
        """1:46: `plural` is no name for a field of the API. Write letters, digits and underscores, such as `"notes"`.""")]
    public void A_plural_that_is_no_name_is_refused(string directives, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeHead(directives), errors);

    [Theory]
    [InlineData(
        """@collection(name: "notes") @owned(field: "")""",
        """1:52: `field` of `@owned` is empty. Write the name of the element that holds the owner, such as `"owner_id"`.""")]
    [InlineData(
        """@collection(name: "notes") @owned(field: "_id")""",
        """1:52: `field` of `@owned` is the document's id. Write the name of the element that holds the owner, such as `"owner_id"`.""")]
    [InlineData(
        """@collection(name: "notes") @owned(field: "$owner")""",
        """1:52: `field` of `@owned` starts with `$`, like an operator. Write the name of the element that holds the owner, such as `"owner_id"`.""")]
    [InlineData(
        """@collection(name: "notes") @owned(field: "a.b")""",
        """1:52: `field` of `@owned` contains a dot, like a path. Write the name of the element that holds the owner, such as `"owner_id"`.""")]
    [InlineData(
        """@collection(name: "notes") @owned(field: "a\u0000b")""",
        """1:52: `field` of `@owned` contains a NUL character. Write the name of the element that holds the owner, such as `"owner_id"`.""")]
    [InlineData(
        """@collection(name: "notes") @versioned @owned(field: "version")""",
        "1:63: `@versioned` keeps the version in `version`. Keep the owner in another element.")]
    public void An_owner_field_that_cannot_be_one_is_refused(string directives, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeHead(directives), errors);

    [Theory]
    [InlineData(
        """@collection(name: "notes") @owned(by: "sub")""",
        """1:49: `by` of `@owned` names no value of the viewer. Write `"$sub"`, or `"$claim:"` and the claim's name.""")]
    [InlineData(
        """@collection(name: "notes") @owned(by: "$claim:")""",
        """1:49: The name of the claim is missing. Write it behind the colon: `"$claim:department"`.""")]
    [InlineData(
        """@collection(name: "notes") @owned(by: "$claim:sub")""",
        """1:49: The claim `sub` is no value for a rule. Write `"$sub"`.""")]
    [InlineData(
        """@collection(name: "notes") @owned(by: "$subject")""",
        """1:49: `$subject` is no value of the viewer. Did you mean `$sub`?""")]
    [InlineData(
        """@collection(name: "notes") @owned(by: "$now")""",
        """1:49: `by` of `@owned` names no value of the viewer. Write `"$sub"`, or `"$claim:"` and the claim's name.""")]
    [InlineData(
        """@collection(name: "notes") @owned(by: "$grant:x")""",
        """1:49: `by` of `@owned` names no value of the viewer. Write `"$sub"`, or `"$claim:"` and the claim's name.""")]
    [InlineData(
        """@collection(name: "notes") @owned(by: "")""",
        """1:49: `by` of `@owned` names no value of the viewer. Write `"$sub"`, or `"$claim:"` and the claim's name.""")]
    public void An_owner_by_something_else_than_the_viewer_is_refused(string directives, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeHead(directives), errors);

    [Theory]
    [InlineData(
        """@collection(name: "notes") @owned @authorize(policy: "")""",
        """1:64: `policy` of `@authorize` is empty. Write a scope such as `"read:notes"`, or remove the argument.""")]
    [InlineData(
        """@collection(name: "notes") @owned @authorize(roles: [])""",
        "1:63: `roles` of `@authorize` is an empty list. Write what it is about, or remove the argument.")]
    [InlineData(
        """@collection(name: "notes") @owned @authorize(roles: [""])""",
        "1:64: A role is empty. Write its name, or remove it.")]
    [InlineData(
        """@collection(name: "notes") @owned @authorize(on: [])""",
        "1:60: `on` of `@authorize` is an empty list. Write what it is about, or remove the argument.")]
    public void A_gate_without_content_is_refused(string directives, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeHead(directives), errors);

    [Theory]
    [InlineData(
        """@collection(name: "notes") @owned @paging(default: 0)""",
        "1:62: The page size is 0, the largest 50. Write a `default` from 1 to 50.")]
    [InlineData(
        """@collection(name: "notes") @owned @paging(default: -1)""",
        "1:62: The page size is -1, the largest 50. Write a `default` from 1 to 50.")]
    [InlineData(
        """@collection(name: "notes") @owned @paging(default: 20, max: 10)""",
        "1:62: The page size is 20, the largest 10. Write a `default` from 1 to 10.")]
    [InlineData(
        """@collection(name: "notes") @owned @paging(max: 0)""",
        "1:58: The largest page is 0. Write a `max` from 1 to 1000.")]
    [InlineData(
        """@collection(name: "notes") @owned @paging(max: 1001)""",
        "1:58: The largest page is 1001. Write a `max` from 1 to 1000.")]
    [InlineData(
        """@collection(name: "notes") @owned @paging(default: 1001)""",
        "1:45: The largest page is 1001. Write a `max` from 1 to 1000.")]
    public void A_page_size_out_of_bounds_is_refused(string directives, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeHead(directives), errors);
}
