using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Grouping;

/// <summary>What `$group` computes of one field over the documents of one group.</summary>
internal abstract class Accumulator
{
    internal abstract Operand Result { get; }

    /// <summary>Takes the value of one document, null for none; gives back how many bytes more it keeps.</summary>
    internal abstract int Add(Operand? value);
}
