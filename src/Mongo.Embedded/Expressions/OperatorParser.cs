using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>Parses the arguments of one use of an operator.</summary>
internal delegate Expression OperatorParser(OperatorCall call, BsonValue argument);
