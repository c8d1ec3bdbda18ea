using System.Runtime.InteropServices;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>Runs the documents or statements of a command of writing one by one, and notes which were refused: the first ends the command unless it is unordered.</summary>
internal sealed class WriteRun(WriteSession session, bool isOrdered)
{
    /// <summary>What was refused, with its place in the command.</summary>
    internal List<(int Index, StoreException Error)> Errors { get; } = [];

    internal void RunAll<T>(List<T> items, Action<int, T> run)
    {
        var all = CollectionsMarshal.AsSpan(items);
        for (var index = 0; index < all.Length && (Errors.Count == 0 || !isOrdered); index++)
        {
            try
            {
                run(index, all[index]);
            }
            catch (StoreException error) when (session.CanKeepAfter(error))
            {
                Errors.Add((index, error));
            }
        }
    }
}
