using System.CommandLine;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit packs</c>: the packs of a rules folder, when each is in force and what its numbers are worth.
/// </summary>
public static class PacksVerb
{
    public static Command Create()
    {
        var folder = RuleArguments.Folder();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("packs")
        {
            folder, language, json,
        };
        verb.SetAction(parsed => List(
            RuleSelection.Of(parsed.GetValue(folder)), parsed.GetValue(language)!, parsed.GetValue(json)));
        return verb;
    }

    private static int List(RuleSelection rules, string language, bool json)
    {
        var packs = RuleBookReader.Read(RuleFolder.Read(rules.Folder)).Packs
            .Select(files => (files, manifest: ManifestReader.Read(files.Manifest, new List<Flaw>())))
            .Where(pack => pack.manifest is not null).ToArray();
        foreach (var (files, manifest) in packs.Where(pack => rules.Includes(pack.files.Folder)))
        {
            var until = Until(manifest!, packs.Select(pack => pack.manifest!));
            var worth = Provenances.Of(files);
            Screen.Say(
                json, () => Json(manifest!, until, worth), () => Text(manifest!, until, worth, language));
        }

        return Exit.Done;
    }

    /// <summary>
    /// First day out of force: repealed, or followed by the next version; null: none is set.
    /// </summary>
    private static DateOnly? Until(PackManifest manifest, IEnumerable<PackManifest> all)
    {
        var next = all
            .Where(other => other.Regime == manifest.Regime && other.InForceFrom > manifest.InForceFrom)
            .Min(other => (DateOnly?)other.InForceFrom);
        return manifest.RepealedFrom is { } repealed && !(next < repealed) ? repealed : next;
    }

    private static string Text(PackManifest manifest, DateOnly? until, Provenances worth, string language)
    {
        var end = until is { } day ? $"{day:yyyy-MM-dd}" : Phrases.Open.In(language);
        var status = manifest.Status.ToString().ToLowerInvariant();
        return $"{manifest.Regime} {manifest.Version} [{status}] {manifest.Title.In(language)}\n  "
            + Phrases.InForce(
                manifest.Version, end, worth.Published, worth.Recalled, worth.Bureau, worth.Illustrative)
                .In(language);
    }

    private static string Json(PackManifest manifest, DateOnly? until, Provenances worth) =>
        JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("regime", manifest.Regime);
        text.Property("version", manifest.Version);
        text.Property("status", manifest.Status.ToString().ToLowerInvariant());
        text.Property("zh", manifest.Title.Zh);
        text.Property("en", manifest.Title.En);
        text.Property("inForceFrom", manifest.InForceFrom);
        text.Property("inForceUntil", until);
        text.Property("published", worth.Published);
        text.Property("recalled", worth.Recalled);
        text.Property("bureau", worth.Bureau);
        text.Property("illustrative", worth.Illustrative);
        text.WriteEndObject();
    });
}
