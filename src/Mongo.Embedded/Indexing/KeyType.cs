namespace OwnedData.Mongo.Embedded.Indexing;

/// <summary>
/// The first byte of every encoded value: MongoDB's order of types, all numbers being one. Neither a value nor its complement is 0x00 or 0xFF,
/// so a type byte never continues an escaped zero and 0xFF lies beyond every key.
/// </summary>
internal enum KeyType : byte
{
    MinKey = 0x0A,
    Undefined = 0x10,
    Null = 0x14,
    Number = 0x18,
    String = 0x1C,
    Document = 0x20,
    Array = 0x24,
    Binary = 0x28,
    ObjectId = 0x2C,
    Boolean = 0x30,
    DateTime = 0x34,
    Timestamp = 0x38,
    RegularExpression = 0x3C,
    DbPointer = 0x40,
    JavaScript = 0x44,
    JavaScriptWithScope = 0x48,
    MaxKey = 0xF0,
}
