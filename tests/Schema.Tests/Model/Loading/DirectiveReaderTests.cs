namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class DirectiveReaderTests
{
    [Theory]
    [InlineData(
        """title: String! @defualt(value: "a")""",
        "2:18: `@defualt` is not a directive of the model. Did you mean `@default`?")]
    [InlineData(
        """title: String! @Stored(as: "t")""",
        "2:18: `@Stored` is not a directive of the model. Did you mean `@stored`?")]
    [InlineData(
        "title: String! @deprecated",
        "2:18: `@deprecated` is not a directive of the model. Remove it; there are @collection, @owned, @authorize, @allow, @restrict, @public, @versioned, @index, @unique, @paging, @reference, @inverse, @stored, @internal, @readOnly, @writeOnce, @default, @createdAt, @updatedAt, @createdBy, @constraint.")]
    [InlineData(
        "title: String! @skip(if: true)",
        "2:18: `@skip` is not a directive of the model. Remove it; there are @collection, @owned, @authorize, @allow, @restrict, @public, @versioned, @index, @unique, @paging, @reference, @inverse, @stored, @internal, @readOnly, @writeOnce, @default, @createdAt, @updatedAt, @createdBy, @constraint.")]
    public void A_directive_that_the_language_does_not_have_is_told_with_what_was_meant(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "title: String! @owned",
        "2:18: `@owned` stands on a type, not on a field. Move it to the type.")]
    [InlineData(
        "title: String! @paging(max: 5)",
        "2:18: `@paging` is about a list of documents, which this field is not. Move it to the type, or to a field with `@inverse`.")]
    public void A_directive_at_the_wrong_place_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "@readOnly",
        "4:3: `@readOnly` stands on a field, not on a type. Move it behind the field's type.")]
    [InlineData(
        "@default(value: 1)",
        "4:3: `@default` stands on a field, not on a type. Move it behind the field's type.")]
    [InlineData(
        "@constraint(min: 1)",
        "4:3: `@constraint` stands on a field, not on a type. Move it behind the field's type.")]
    public void A_field_directive_on_a_type_is_refused(string directive, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeDirective(directive), errors);

    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Place @owned { city: String! }",
        "2:12: `@owned` needs a stored type; this one has no `@collection`, so it is an object inside a document. Write `@collection(name: …)` before it, or remove it.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Place @index(fields: [\"city\"]) { city: String! }",
        "2:12: `@index` needs a stored type; this one has no `@collection`, so it is an object inside a document. Write `@collection(name: …)` before it, or remove it.")]
    public void A_type_directive_on_an_embedded_object_is_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        "city: String! @index",
        """3:17: `@index` can't stand in an embedded object, which is written as a whole. Remove it; put it on the stored type: `@index(fields: ["path.to.field"])`.""")]
    [InlineData(
        "city: String! @unique",
        """3:17: `@unique` can't stand in an embedded object, which is written as a whole. Remove it; put it on the stored type: `@unique(fields: ["path.to.field"])`.""")]
    [InlineData(
        "city: String @readOnly",
        "3:16: `@readOnly` can't stand in an embedded object, which is written as a whole. Remove it; put it on a field of the stored type.")]
    [InlineData(
        "city: String! @writeOnce",
        "3:17: `@writeOnce` can't stand in an embedded object, which is written as a whole. Remove it; put it on a field of the stored type.")]
    [InlineData(
        "at: DateTime! @createdAt",
        "3:17: `@createdAt` can't stand in an embedded object, which is written as a whole. Remove it; put it on a field of the stored type.")]
    [InlineData(
        "at: DateTime! @updatedAt",
        "3:17: `@updatedAt` can't stand in an embedded object, which is written as a whole. Remove it; put it on a field of the stored type.")]
    public void A_directive_that_an_embedded_field_cannot_have_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithEmbeddedField(field), errors);

    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nenum Color @owned { RED }",
        "2:12: `@owned` can't stand on an enum or its values. Remove it.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nenum Color { RED @default(value: 1) }",
        "2:18: `@default` can't stand on an enum or its values. Remove it.")]
    public void Enums_and_their_values_take_no_directives(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        "title: String! @readOnly @readOnly",
        "2:18: Nobody gives `title` a value: it is required, `@readOnly` and has no default. Write `@default(value: …)`, or make it nullable by removing the `!`.",
        "2:28: `@readOnly` stands here twice. Remove one of them.")]
    [InlineData(
        """title: String! @stored(as: "a") @stored(as: "b")""",
        "2:35: `@stored` stands here twice. Remove one of them.")]
    public void A_directive_given_twice_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "title: String! @constraint(maxLenght: 3)",
        "2:30: `@constraint` has no argument `maxLenght`. Did you mean `maxLength`?")]
    [InlineData(
        "title: String! @constraint(colour: 3)",
        "2:30: `@constraint` has no argument `colour`. Remove it; there are minLength, maxLength, pattern, format, min, max, minItems, maxItems, uniqueItems.")]
    [InlineData(
        """title: String! @index(fields: ["title"])""",
        "2:25: `@index` has no argument `fields`. Remove it; here the directive takes no argument.")]
    public void An_unknown_argument_is_told_with_what_was_meant(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "title: String! @constraint(minLength: 1, minLength: 2)",
        "2:44: `minLength` of `@constraint` is given twice. Remove one of them.")]
    public void An_argument_given_twice_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        """title: String! @constraint(minLength: "1")""",
        "2:41: `minLength` of `@constraint` has the wrong type. Write an integer.")]
    [InlineData(
        "title: String! @constraint(pattern: 1)",
        "2:39: `pattern` of `@constraint` has the wrong type. Write a string.")]
    [InlineData(
        "title: String! @constraint(minLength: 99999999999)",
        "2:41: `minLength` of `@constraint` has the wrong type. Write an integer.")]
    [InlineData(
        "tags: [String!]! @constraint(uniqueItems: 1)",
        "2:45: `uniqueItems` of `@constraint` has the wrong type. Write `true` or `false`.")]
    [InlineData(
        """size: Int! @constraint(min: "1")""",
        "2:31: `min` of `@constraint` has the wrong type. Write a number.")]
    [InlineData(
        "title: String! @stored(as: null)",
        "2:30: `as` of `@stored` has the wrong type. Write a string.")]
    public void An_argument_of_the_wrong_type_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        """@authorize(roles: "a")""",
        "4:21: `roles` of `@authorize` has the wrong type. Write a list of strings.")]
    [InlineData(
        """@authorize(roles: ["a", 1])""",
        "4:21: `roles` of `@authorize` has the wrong type. Write a list of strings.")]
    [InlineData(
        "@authorize(on: READ)",
        "4:18: `on` of `@authorize` has the wrong type. Write a list of CREATE, READ, UPDATE, DELETE.")]
    [InlineData(
        "@authorize(on: [READ, WRITE])",
        "4:18: `on` of `@authorize` has the wrong type. Write a list of CREATE, READ, UPDATE, DELETE.")]
    [InlineData(
        """@index(fields: "title")""",
        "4:18: `fields` of `@index` has the wrong type. Write a list of strings.")]
    [InlineData(
        "@paging(default: 1.5)",
        "4:20: `default` of `@paging` has the wrong type. Write an integer.")]
    public void A_type_argument_of_the_wrong_type_is_refused(string directive, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeDirective(directive), errors);

    [Theory]
    [InlineData(
        "title: String! @stored",
        "2:18: `@stored` lacks `as`. Write `@stored(as: …)` with a string.")]
    [InlineData(
        "title: String! @default",
        "2:18: `@default` lacks `value`. Write `@default(value: …)` with a literal.")]
    public void A_missing_argument_is_told(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);
}
