using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>pack-frozen: what was published is what judges; its hash is recorded in published.json.</summary>
public static class Freezing
{
    /// <summary>Whether a pack that was published is still what was published.</summary>
    public static IEnumerable<Flaw> Check(PackFiles pack)
    {
        if (pack.Published is not { } source)
        {
            yield break;
        }

        var flaws = new List<Flaw>();
        if (Publication.Read(source, flaws) is { } publication && publication.Hash != pack.Hash())
        {
            flaws.Add(new Flaw(
                "pack-frozen", publication.HashPlace,
                new Wording(
                    $"规则包已于 {publication.On:yyyy-MM-dd} 公布，内容却与当时不同",
                    $"the pack was published on {publication.On:yyyy-MM-dd} and is no longer what was "
                        + "published"),
                new Wording(
                    "恢复原文；要改，另建一个施行日的文件夹", "restore it; to change the law, add a folder with a new day")));
        }

        foreach (var flaw in flaws)
        {
            yield return flaw;
        }
    }
}
