using System.Globalization;

namespace CreditScoring.Service.Ports.Chaining;

/// <summary>What is wrong with the chain, where it is seen first.</summary>
/// <param name="Number">Of the link; 0: rows that no link vouches for.</param>
public sealed record ChainFault(long Number, string What)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"batch {Number}: {What}");
}

/// <summary>
/// Proves by the record alone that nothing kept was changed, removed or slipped in since it was
/// chained; and by roots kept elsewhere, that the chain itself was not made anew.
/// </summary>
public static class Proof
{
    /// <param name="roots">Number and hash as they were noted outside.</param>
    /// <returns>The length of the chain, and all that does not hold.</returns>
    public static async Task<(long Links, IReadOnlyList<ChainFault> Found)> OfAsync(
        IAsyncEnumerable<(Link Link, string? Content)> chain,
        IReadOnlyList<(long Number, string Hash)> roots)
    {
        var found = new List<ChainFault>();
        var wanted = roots.ToLookup(root => root.Number, root => root.Hash);
        var last = (Number: 0L, Hash: Link.Nothing);
        await foreach (var (link, content) in chain)
        {
            if (link.Number == 0)
            {
                found.Add(new ChainFault(0, $"rows of batch {link.Batch} belong to no link"));
                continue;
            }

            found.AddRange(Faults(link, content, last));
            found.AddRange(wanted[link.Number].Where(hash => hash != link.Hash)
                .Select(hash => new ChainFault(
                    link.Number, $"the root kept elsewhere is {hash}, here {link.Hash}")));
            last = (link.Number, link.Hash);
        }

        found.AddRange(roots.Where(root => root.Number > last.Number || root.Number < 1)
            .Select(root => new ChainFault(
                root.Number, $"a root kept elsewhere; here the chain ends at {last.Number}")));
        return (last.Number, found);
    }

    private static IEnumerable<ChainFault> Faults(
        Link link, string? content, (long Number, string Hash) last)
    {
        if (link.Algorithm != Link.Sha256)
        {
            yield return new ChainFault(link.Number, $"hashed by {link.Algorithm}, which is not known here");
            yield break;
        }

        if (link.Number != last.Number + 1)
        {
            yield return new ChainFault(link.Number, $"follows batch {last.Number}");
        }

        if (Link.After(link.Number, last.Hash, link.Batch, link.At, link.Content).Hash != link.Hash)
        {
            yield return new ChainFault(link.Number, "its hash does not follow from the one before it");
        }

        if ((content ?? new BatchContent().Hash()) != link.Content)
        {
            yield return new ChainFault(link.Number, "its rows are not those that were kept");
        }
    }
}
