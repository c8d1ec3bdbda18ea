using System.Collections.Immutable;
using OwnedData.Schema.Model;

namespace OwnedData.Server.AccessMatrix;

/// <summary>All that the model says of who may do what with the documents of one type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Rows">What is published first.</param>
/// <param name="Fields">Those that take more; internal ones are none of the API's.</param>
internal sealed record MatrixType(StoredType Type, ImmutableArray<MatrixRow> Rows, ImmutableArray<GatedField> Fields)
{
    /// <summary>The stored types in the order of the model.</summary>
    public static ImmutableArray<MatrixType> Of(DataModel model) => [.. model.StoredTypes.Select(type => new MatrixType(type, MatrixRow.Of(type), GatedField.Of(type)))];
}
