using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace OwnedData.Execution.Planning;

/// <summary>
/// The plans of recent documents, bounded. When it is full, the half that was not used since the last time makes room: a
/// flood of new documents cannot push out what is in use (a second chance, as in the clock algorithm).
/// </summary>
internal sealed class PlanCache(int capacity)
{
    private readonly ConcurrentDictionary<Key, Entry> _entries = new();
    private readonly Lock _evicting = new();

    /// <summary>The key of a document: its hash, so that no text is kept, and the operation's name.</summary>
    public static Key KeyOf(ReadOnlySpan<byte> text, string? operationName)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return new Key(BitConverter.ToUInt128(hash), BitConverter.ToUInt128(hash[16..]), operationName);
    }

    public bool TryGet(Key key, [NotNullWhen(true)] out OperationPlan? plan)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            entry.IsUsed = true;
            plan = entry.Plan;
            return true;
        }

        plan = null;
        return false;
    }

    public void Add(Key key, OperationPlan plan)
    {
        if (_entries.Count >= capacity)
        {
            Evict();
        }

        _entries[key] = new Entry(plan);
    }

    private void Evict()
    {
        lock (_evicting)
        {
            // Used entries survive one round, the new and unused ones go; if all are in use, the round frees half of them.
            var isEveryOneUsed = _entries.Values.All(entry => entry.IsUsed);
            var spared = 0;
            foreach (var (key, entry) in _entries)
            {
                if (_entries.Count < capacity / 2)
                {
                    return;
                }

                if (entry.IsUsed && !(isEveryOneUsed && spared++ % 2 == 0))
                {
                    entry.IsUsed = false;
                }
                else
                {
                    _entries.TryRemove(key, out _);
                }
            }
        }
    }

    /// <summary>What a plan is found by.</summary>
    internal readonly record struct Key(UInt128 HashHigh, UInt128 HashLow, string? OperationName);

    private sealed class Entry(OperationPlan plan)
    {
        public OperationPlan Plan { get; } = plan;

        // Written without a lock: a lost mark costs one recompilation.
        public bool IsUsed { get; set; }
    }
}
