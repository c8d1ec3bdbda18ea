using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using OwnedData.Bson;

namespace OwnedData.Mongo.Native.Interop;

/// <summary>An array of `bson_t*` over documents where they lie, uncopied and held still.</summary>
internal sealed unsafe class PinnedDocuments : IDisposable
{
    private readonly MemoryHandle[] _pins;
    private readonly void* _memory;

    public PinnedDocuments(ImmutableArray<BsonDocument> documents)
    {
        _pins = new MemoryHandle[documents.Length];
        _memory = NativeMemory.AlignedAlloc((nuint)(documents.Length * (NativeDocument.Size + sizeof(nint))), NativeDocument.Size);
        for (var index = 0; index < documents.Length; index++)
        {
            var bytes = documents[index].Memory;
            _pins[index] = bytes.Pin();
            var document = (nint)_memory + (index * NativeDocument.Size);
            Libmongoc.bson_init_static(document, (byte*)_pins[index].Pointer, (nuint)bytes.Length);
            Pointers[index] = document;
        }
    }

    /// <summary>The array; the documents themselves lie before it.</summary>
    public nint* Pointers => (nint*)((byte*)_memory + (_pins.Length * NativeDocument.Size));

    public nuint Count => (nuint)_pins.Length;

    public void Dispose()
    {
        foreach (var pin in _pins)
        {
            pin.Dispose();
        }

        NativeMemory.AlignedFree(_memory);
    }
}
