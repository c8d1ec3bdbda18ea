using OwnedData.Bson;
using OwnedData.Execution.Planning;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Tests.Responses;

public sealed class ViewerGatesTests
{
    private static readonly ViewerGates s_second = new([null, ErrorCatalog.NotAuthorized]);

    [Fact]
    public void A_refused_field_is_null_with_an_error_and_the_others_stand()
    {
        using var buffer = new ResponseBuffer(1000);
        var errors = new ErrorCollector();
        var shape = Shapes.Note(Gated("title", "String", 0), Gated("secret", "String", 1), Gated("again", "Int", ViewerGates.Open));

        var isWritten = new DocumentWriter(buffer, errors, new ResponsePathBuilder(), default, s_second)
            .Write(BsonDocument.Parse("""{ "title": "a", "secret": "b", "again": 1 }""").Span, shape);

        Assert.True(isWritten);
        Assert.Equal("""{"title":"a","secret":null,"again":1}""", System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
        var error = Assert.Single(errors.Errors);
        Assert.Equal(("AUTH_NOT_AUTHORIZED", "secret", 3), (error.Code.Code, string.Join('/', error.Path!.ToSegments()), error.Locations[0].Line));
    }

    [Fact]
    public void A_refused_field_is_not_in_the_projection_and_its_object_still_tells_whether_it_is_there()
    {
        var place = new DocumentShape("Place", [Gated("city", "String", 1), Gated("country", "String", 1)]);
        var shape = Shapes.Note(
            Gated("title", "String", 0),
            Gated("secret", "String", 1),
            new ShapeField("place", "place", ConditionSet.Always, new ObjectShape(place, IsNullable: true)));
        var projection = new ShapeProjection(shape);

        Assert.Equal("""{"place.city": 1, "place.country": 1, "secret": 1, "title": 1}""", projection.For(default).ToString());
        Assert.Equal("""{"place.__typename": 1, "title": 1}""", projection.For(s_second).ToString());
        Assert.Equal("""{"place.__typename": 1, "title": 1, "x.y": 1}""", projection.For(s_second, ["x.y"]).ToString());
    }

    private static ShapeField Gated(string name, string type, int gate) =>
        new(name, name, ConditionSet.Always, Shapes.Parse(type)) { FieldName = name, Gate = gate, Locations = [new(3, 5)] };
}
