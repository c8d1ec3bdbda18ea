using System.Collections.Immutable;
using OwnedData.Schema.Model;

namespace OwnedData.Server.AccessMatrix;

/// <summary>All that the model says of who may do what with the documents of one type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Rows">What is published first.</param>
/// <param name="Fields">Those that take more; internal ones are none of the API's.</param>
internal sealed record MatrixType(StoredType Type, ImmutableArray<MatrixRow> Rows, ImmutableArray<MatrixField> Fields)
{
    /// <summary>The stored types in the order of the model.</summary>
    public static ImmutableArray<MatrixType> Of(DataModel model) => [.. model.StoredTypes.Select(Of)];

    private static MatrixType Of(StoredType type)
    {
        var rows = MatrixRow.Of(type);
        var published = rows.Where(row => row.IsPublished).SelectMany(row => row.Operations).ToHashSet();
        return new MatrixType(type, rows, MatrixField.Of(type, [.. MatrixRow.AllOperations.Where(published.Contains)]));
    }
}
