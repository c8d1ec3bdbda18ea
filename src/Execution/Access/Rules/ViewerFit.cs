using System.Buffers.Binary;
using System.Buffers.Text;
using OwnedData.Bson;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Access.Rules;

/// <summary>Decides whether a value of the viewer is of the type that a field is stored as; one that isn't never matches anything.</summary>
internal static class ViewerFit
{
    /// <summary>Room for a value that is converted: a binary UUID with its length and subtype.</summary>
    public const int ScratchLength = 5 + UuidBytes.Length;

    /// <summary>For a field, or for what a list holds.</summary>
    public static ValueFit Of(FieldType type) => type switch
    {
        EnumFieldType => ValueFit.Text,
        ReferenceFieldType reference => Of(reference.Target.IdKind),
        ScalarFieldType scalar => scalar.Kind switch
        {
            ScalarKind.ID or ScalarKind.String or ScalarKind.URL => ValueFit.Text,
            ScalarKind.Int or ScalarKind.Long or ScalarKind.Float or ScalarKind.Decimal => ValueFit.Number,
            ScalarKind.Boolean => ValueFit.Boolean,
            ScalarKind.UUID => ValueFit.Uuid,
            ScalarKind.DateTime or ScalarKind.LocalDate => ValueFit.Date,
            _ => ValueFit.None,
        },
        _ => ValueFit.None,
    };

    /// <summary>For `_id`, and for a reference to it.</summary>
    public static ValueFit Of(IdKind kind) => kind switch
    {
        IdKind.ObjectId => ValueFit.ObjectId,
        IdKind.Uuid => ValueFit.Uuid,
        IdKind.String => ValueFit.Text,
        _ => ValueFit.Number,
    };

    /// <summary>The value as the field is stored; false when it is of another type, empty or NaN.</summary>
    public static bool TryFit(ValueFit fit, BsonValue given, Span<byte> scratch, out BsonValue fitted)
    {
        fitted = given;
        return fit switch
        {
            ValueFit.Text => given.Type == BsonType.String && !given.AsString().IsEmpty,
            ValueFit.Number => given.IsNumber && !ValueComparison.IsNaN(given),
            ValueFit.Boolean => given.Type == BsonType.Boolean,
            ValueFit.Date => given.Type == BsonType.DateTime,
            ValueFit.Uuid => UuidBytes.TryRead(given, out _) || TryParseUuid(given, scratch, ref fitted),
            ValueFit.ObjectId => given.Type == BsonType.ObjectId || TryParseObjectId(given, scratch, ref fitted),
            _ => false,
        };
    }

    private static bool TryParseUuid(BsonValue given, Span<byte> scratch, ref BsonValue fitted)
    {
        if (given.Type != BsonType.String
            || !Utf8Parser.TryParse(given.AsString(), out Guid uuid, out var consumed, 'D')
            || consumed != given.AsString().Length)
        {
            return false;
        }

        BinaryPrimitives.WriteInt32LittleEndian(scratch, UuidBytes.Length);
        scratch[4] = UuidBytes.Subtype;
        uuid.TryWriteBytes(scratch[5..], bigEndian: true, out _);
        fitted = new BsonValue(BsonType.Binary, scratch[..ScratchLength]);
        return true;
    }

    private static bool TryParseObjectId(BsonValue given, Span<byte> scratch, ref BsonValue fitted)
    {
        if (given.Type != BsonType.String || !ObjectId.TryParse(given.AsString(), out var id))
        {
            return false;
        }

        id.WriteTo(scratch);
        fitted = new BsonValue(BsonType.ObjectId, scratch[..ObjectId.Length]);
        return true;
    }
}
