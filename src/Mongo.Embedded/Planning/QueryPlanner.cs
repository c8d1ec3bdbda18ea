using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>Chooses how to answer a query.</summary>
internal static class QueryPlanner
{
    internal static QueryPlan Plan(CollectionDefinition? collection, BsonDocument filter, BsonDocument sort, long limit) => new()
    {
        Collection = collection,
        Filter = Filter.Parse(filter),
        Sort = sort.IsEmpty ? null : SortSpecification.Parse(sort),
        Limit = limit,
    };
}
