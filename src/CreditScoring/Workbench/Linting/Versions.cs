using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>pack-overlaps-another: on one day one version of a regime is the law.</summary>
internal static class Versions
{
    public static IEnumerable<Flaw> Check(IEnumerable<WrittenPack> packs)
    {
        var regimes = packs.Select(pack => pack.Manifest).OfType<JsonPiece>()
            .Where(
                manifest => Day(manifest["inForceFrom"]) is not null && manifest["regime"]?.Text is not null)
            .GroupBy(manifest => manifest["regime"]!.Text);
        foreach (var versions in regimes)
        {
            var ordered = versions.OrderBy(manifest => Day(manifest["inForceFrom"])).ToArray();
            for (var i = 1; i < ordered.Length; i++)
            {
                var begins = Day(ordered[i]["inForceFrom"])!.Value;
                if (Day(ordered[i - 1]["inForceFrom"]) == begins)
                {
                    yield return Found(ordered[i]["inForceFrom"]!.Place, begins);
                }
                else if (Day(ordered[i - 1]["repealedFrom"]) > begins)
                {
                    yield return Found(ordered[i - 1]["repealedFrom"]!.Place, begins);
                }
            }
        }
    }

    private static DateOnly? Day(JsonPiece? piece) => piece is null ? null : ObjectReader.DateOf(piece);

    private static Flaw Found(Place place, DateOnly day)
    {
        var begins = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Flaw(
            "pack-overlaps-another", place,
            new Wording($"{begins} 有两个版本同时有效", $"two versions are in force on {begins}"),
            new Wording($"旧版的 repealedFrom 写 {begins}，或写 null",
                $"let the older one's repealedFrom be {begins}, or null"));
    }
}
