using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Work;

/// <summary>
/// The files that were worked on last, as many as there is room for. A file is dropped as a whole, the
/// longest unused first; the record has everything.
/// </summary>
/// <remarks>
/// What another worker has changed since is told by <see cref="IRecordWork.HoldAsync"/>, and
/// must be dropped before use. Not safe for several threads.
/// </remarks>
/// <param name="room">Events and rows in all; a larger file is at hand alone.</param>
public sealed class FilesAtHand(int room)
{
    /// <summary>What an empty file takes, in events.</summary>
    private const int Cover = 8;

    private readonly Dictionary<Subject, LinkedListNode<(FileAtHand File, int Size)>> files = [];
    private readonly LinkedList<(FileAtHand File, int Size)> lastUsed = [];
    private RuleBook? book;

    public int Count => files.Count;

    /// <summary>Events and rows that are held.</summary>
    public int Held { get; private set; }

    /// <summary>States reached with other rules are of no use.</summary>
    public void Use(RuleBook current)
    {
        if (!ReferenceEquals(book, current))
        {
            Clear();
            book = current;
        }
    }

    /// <summary>The file, if it is at hand.</summary>
    public FileAtHand? Find(Subject subject) => files.GetValueOrDefault(subject)?.Value.File;

    /// <summary>Keeps a file at hand as the one used last.</summary>
    public void Put(FileAtHand file)
    {
        Drop(file.Subject);
        if (!file.IsWhole)
        {
            return;
        }

        var size = file.Size + Cover;
        files[file.Subject] = lastUsed.AddLast((file, size));
        Held += size;
        while (Held > room && files.Count > 1)
        {
            Drop(lastUsed.First!.Value.File.Subject);
        }
    }

    public void Drop(Subject subject)
    {
        if (files.Remove(subject, out var node))
        {
            lastUsed.Remove(node);
            Held -= node.Value.Size;
        }
    }

    /// <summary>After a failed commit: what is at hand may have taken in what is not kept.</summary>
    public void Clear()
    {
        files.Clear();
        lastUsed.Clear();
        Held = 0;
    }
}
