using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Draws;

/// <summary>The register of inspectors of a draw as it is frozen, by id.</summary>
public sealed class InspectorRegister
{
    private InspectorRegister(IReadOnlyList<Inspector> all)
    {
        All = all;
        Digest = Digest.Of(Encoding.UTF8.GetBytes(Text));
    }

    public IReadOnlyList<Inspector> All { get; }

    /// <summary>Of the file that its lines make.</summary>
    public Digest Digest { get; }

    public string Text => string.Concat(All.Select(each => each.Line + "\n"));

    /// <param name="file">Its name, for flaws.</param>
    /// <param name="lines">As they came; empty ones are passed over.</param>
    /// <param name="flaws">Every flaw.</param>
    /// <returns>Null where there is a flaw.</returns>
    public static InspectorRegister? Freeze(string file, IEnumerable<string> lines, ICollection<Flaw> flaws)
    {
        var all = new SortedDictionary<string, Inspector>(OctetOrder.Instance);
        foreach (var (number, line) in lines.Index().Where(each => each.Item.Length > 0))
        {
            var inspector = Inspector.Read(line, frozen: false, out var flaw);
            if (inspector is not null && !all.TryAdd(inspector.Id, inspector))
            {
                flaw = LineFlaw.Twice(inspector.Id);
            }

            if (flaw is not null)
            {
                flaws.Add(flaw.At(file, number + 1));
            }
        }

        return flaws.Count > 0 ? null : new InspectorRegister([.. all.Values]);
    }

    /// <summary>The frozen register again; its lines end at the first flaw.</summary>
    public static InspectorRegister? Read(FrozenLines lines, ICollection<Flaw> flaws)
    {
        var all = new List<Inspector>();
        foreach (var (number, line) in lines.Read())
        {
            var inspector = Inspector.Read(line, frozen: true, out var flaw);
            // In order the lines of one inspector stand together: two would be two persons, of whom one
            // need not avoid what the other must.
            flaw ??= all.Count > 0 && all[^1].Id == inspector!.Id ? LineFlaw.Twice(inspector.Id) : null;
            if (flaw is not null)
            {
                flaws.Add(flaw.At(lines.File, number));
                return null;
            }

            all.Add(inspector!);
        }

        if (lines.Flaw is { } broken)
        {
            flaws.Add(broken);
            return null;
        }

        return new InspectorRegister(all);
    }
}
