using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Documents;

/// <summary>
/// The texts that clients registered by their hash. Each counts for whom registered it: nobody holds more than a share of the room, and
/// when all of it is taken, whoever holds most gives way. So one caller can't flush what others use. Reading takes no lock.
/// </summary>
/// <param name="capacity">Bytes, of texts and of <see cref="EntryOverhead"/> each, which bounds their number as well.</param>
internal sealed class AutomaticDocuments(int capacity)
{
    /// <summary>The least capacity: a share holds the largest request.</summary>
    public const int LeastCapacity = Shares * 2 * RequestBody.MaxSize;

    /// <summary>The most: sizes are counted in 32 bits.</summary>
    public const int MostCapacity = 1024 * 1024 * 1024;

    /// <summary>What an entry takes besides its text, in bytes, rounded up.</summary>
    public const int EntryOverhead = 512;

    /// <summary>One registrant may take this part of the room: 1/8.</summary>
    public const int Shares = 8;

    private readonly ConcurrentDictionary<DocumentHash, AutomaticDocument> _documents = new();
    private readonly Lock _changing = new();

    // Both under the lock; the set has the same registrants, ordered by what they hold.
    private readonly Dictionary<Registrant, RegistrantDocuments> _registrants = [];
    private readonly SortedSet<RegistrantDocuments> _bySize = new(RegistrantDocuments.SizeComparer);
    private long _registered;
    private int _size;

    /// <summary>The UTF-8 text that was registered under the hash.</summary>
    public bool TryGet(DocumentHash hash, [NotNullWhen(true)] out byte[]? text)
    {
        if (_documents.TryGetValue(hash, out var document))
        {
            document.IsUsed = true;
            text = document.Text;
            return true;
        }

        text = null;
        return false;
    }

    /// <summary>Keeps a text under its hash. It must fit into a share.</summary>
    public void Add(DocumentHash hash, ReadOnlySpan<byte> text, Registrant registrant)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length + EntryOverhead, capacity / Shares);
        if (_documents.ContainsKey(hash))
        {
            return;
        }

        var document = new AutomaticDocument(hash, text.ToArray());
        lock (_changing)
        {
            if (_documents.TryAdd(hash, document))
            {
                Hold(registrant, document);
            }
        }
    }

    private void Hold(Registrant registrant, AutomaticDocument document)
    {
        if (!_registrants.TryGetValue(registrant, out var documents))
        {
            documents = new RegistrantDocuments(registrant, _registered++);
            _registrants.Add(registrant, documents);
        }

        while (documents.Size > (capacity / Shares) - document.Size)
        {
            Evict(documents);
        }

        while (_size > capacity - document.Size)
        {
            Evict(_bySize.Max!);
        }

        // Evicting may have taken the registrant's last one, and the registrant with it.
        _registrants[registrant] = documents;
        _bySize.Remove(documents);
        documents.Add(document);
        _bySize.Add(documents);
        _size += document.Size;
    }

    private void Evict(RegistrantDocuments documents)
    {
        _bySize.Remove(documents);
        var evicted = documents.RemoveLeastUsed();
        _documents.TryRemove(evicted.Hash, out _);
        _size -= evicted.Size;
        if (documents.Size == 0)
        {
            _registrants.Remove(documents.Registrant);
        }
        else
        {
            _bySize.Add(documents);
        }
    }
}
