using System.Buffers.Binary;
using System.Text;
using OwnedData.Bson;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Access.Rules;

/// <summary>A value of the viewer, looked up and converted where it is used: nothing is allocated for it.</summary>
/// <param name="value">Where it comes from.</param>
/// <param name="fit">What the field takes.</param>
/// <param name="takesList">True under `in` and `nin`.</param>
internal sealed class ViewerRuleOperand(ViewerValue value, ValueFit fit, bool takesList) : RuleOperand
{
    /// <summary>A longer list of the viewer never matches: every member is sent with every command.</summary>
    public const int MostMembers = 1000;

    private readonly byte[] _name = Encoding.UTF8.GetBytes(value.Name);

    public override bool IsBound(in RuleContext context)
    {
        Span<byte> clock = stackalloc byte[sizeof(long)];
        Span<byte> scratch = stackalloc byte[ViewerFit.ScratchLength];
        if (!TryFind(context, clock, out var found))
        {
            return false;
        }

        if (!takesList || found.Type != BsonType.Array)
        {
            return ViewerFit.TryFit(fit, found, scratch, out _);
        }

        var count = 0;
        var reader = new BsonReader(found.Bytes);
        while (reader.Read())
        {
            if (++count > MostMembers || !ViewerFit.TryFit(fit, reader.Value, scratch, out _))
            {
                return false;
            }
        }

        return count > 0;
    }

    public override void Write(BsonWriter writer, in RuleContext context)
    {
        Span<byte> clock = stackalloc byte[sizeof(long)];
        Span<byte> scratch = stackalloc byte[ViewerFit.ScratchLength];
        TryFind(context, clock, out var found);
        if (!takesList)
        {
            ViewerFit.TryFit(fit, found, scratch, out var single);
            writer.WriteValue(single);
            return;
        }

        writer.WriteStartArray();
        if (found.Type != BsonType.Array)
        {
            ViewerFit.TryFit(fit, found, scratch, out var only);
            writer.WriteValue(only);
        }
        else
        {
            var reader = new BsonReader(found.Bytes);
            while (reader.Read())
            {
                ViewerFit.TryFit(fit, reader.Value, scratch, out var member);
                writer.WriteValue(member);
            }
        }

        writer.WriteEndArray();
    }

    public override bool Equals(BsonValue element, in RuleContext context)
    {
        Span<byte> clock = stackalloc byte[sizeof(long)];
        Span<byte> scratch = stackalloc byte[ViewerFit.ScratchLength];
        TryFind(context, clock, out var found);
        if (found.Type != BsonType.Array)
        {
            return ViewerFit.TryFit(fit, found, scratch, out var single) && ValueComparison.AreEqual(element, single);
        }

        var reader = new BsonReader(found.Bytes);
        while (reader.Read())
        {
            if (ViewerFit.TryFit(fit, reader.Value, scratch, out var member) && ValueComparison.AreEqual(element, member))
            {
                return true;
            }
        }

        return false;
    }

    public override BsonValue Single(in RuleContext context, Span<byte> scratch)
    {
        TryFind(context, scratch, out var found);
        ViewerFit.TryFit(fit, found, scratch, out var single);
        return single;
    }

    private bool TryFind(in RuleContext context, Span<byte> clock, out BsonValue found)
    {
        switch (value.Source)
        {
            case ViewerSource.Now:
                BinaryPrimitives.WriteInt64LittleEndian(clock, context.Now.ToUnixTimeMilliseconds());
                found = new BsonValue(BsonType.DateTime, clock[..sizeof(long)]);
                return true;
            case ViewerSource.Subject:
                return context.Viewer.OwnerValue.TryGetValue(""u8, out found);
            case ViewerSource.Claim:
                return context.Viewer.Claims.TryGetValue(_name, out found);
            default:
                return context.Viewer.Grants.TryGetValue(_name, out found);
        }
    }
}
