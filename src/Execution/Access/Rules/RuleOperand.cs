using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>The right side of a compiled comparison: a value, or under `in` and `nin` several. Nothing of it is kept between requests but literals.</summary>
internal abstract class RuleOperand
{
    /// <summary>False when a value of the viewer is missing, empty or of another type than the field: the comparison then never matches.</summary>
    public abstract bool IsBound(in RuleContext context);

    /// <summary>Writes the value of an open name; an array under `in` and `nin`. Only when bound.</summary>
    public abstract void Write(BsonWriter writer, in RuleContext context);

    /// <summary>Whether a value of the document equals it, or one of the several. Only when bound.</summary>
    public abstract bool Equals(BsonValue element, in RuleContext context);

    /// <summary>The single value. Only when bound.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="scratch">Room for <see cref="ViewerFit.ScratchLength"/> bytes, which the value may lie in.</param>
    public abstract BsonValue Single(in RuleContext context, Span<byte> scratch);
}
