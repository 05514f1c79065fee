using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Draws;

/// <summary>
/// The list of a draw as it is frozen (冻结名单): its lines in order, whatever the order in which they
/// came, and the digest of the file that they make.
/// </summary>
public sealed class Population
{
    private const int MostFlaws = 20;

    private Population(IReadOnlyList<string> lines, PopulationCount count)
    {
        Lines = lines;
        Count = count;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        Digest = new Digest(hash.GetHashAndReset());
    }

    /// <summary>Without their ends.</summary>
    public IReadOnlyList<string> Lines { get; }

    public PopulationCount Count { get; }

    public Digest Digest { get; }

    /// <param name="file">Its name, for flaws.</param>
    /// <param name="lines">As they came; empty ones are passed over.</param>
    /// <param name="profile">Its strata, and the reasons for which one may be left out.</param>
    /// <param name="flaws">The first twenty.</param>
    /// <returns>Null where there is a flaw.</returns>
    public static Population? Freeze(
        string file, IEnumerable<string> lines, DrawProfile profile, ICollection<Flaw> flaws)
    {
        var count = new PopulationCount();
        var kept = new List<(string Line, int Number)>();
        foreach (var (number, line) in lines.Index().Where(each => each.Item.Length > 0))
        {
            var listed = Listed.Read(line, frozen: false, out var flaw);
            flaw ??= listed is { } read ? profile.FlawOf(read) : null;
            if (flaw is null)
            {
                kept.Add((listed!.Value.Line, number + 1));
                count.Add(listed.Value);
            }
            else if (flaws.Count < MostFlaws)
            {
                flaws.Add(flaw.At(file, number + 1));
            }
        }

        kept.Sort((one, other) => OctetOrder.Instance.Compare(one.Line, other.Line));
        FindTwice(file, kept, flaws);
        return flaws.Count > 0 ? null : new Population([.. kept.Select(each => each.Line)], count);
    }

    private static void FindTwice(string file, List<(string Line, int Number)> kept, ICollection<Flaw> flaws)
    {
        for (var i = 1; i < kept.Count && flaws.Count < MostFlaws; i++)
        {
            if (IdOf(kept[i].Line).SequenceEqual(IdOf(kept[i - 1].Line)))
            {
                var (first, second) = (kept[i - 1].Number, kept[i].Number);
                var id = Spelling.Shown(IdOf(kept[i].Line).ToString());
                flaws.Add(new Flaw(
                    "listed-twice", new Place(file, Math.Max(first, second), 1),
                    new Wording(
                        $"{id} 已在第 {Math.Min(first, second)} 行",
                        $"{id} stands in line {Math.Min(first, second)} already"),
                    new Wording("每户只列一行", "list each object once")));
            }
        }
    }

    /// <summary>The first field of a line.</summary>
    internal static ReadOnlySpan<char> IdOf(string line) =>
        line.AsSpan(0, line.IndexOf('\t', StringComparison.Ordinal));
}
