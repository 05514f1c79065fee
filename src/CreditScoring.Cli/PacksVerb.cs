using System.CommandLine;
using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Law.Packs;
using CreditScoring.RuleShelf;

namespace CreditScoring.Cli;

/// <summary><c>credit packs</c>: the packs of a rules folder, when each is in force and what its numbers are worth.</summary>
public static class PacksVerb
{
    public static Command Create()
    {
        var folder = RuleArguments.Folder();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("packs", "List the packs: status, version, in force from and until, provenance of the numbers")
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
            Console.WriteLine(json ? Json(manifest!, until, worth) : Text(manifest!, until, worth, language));
        }

        return Exit.Done;
    }

    /// <summary>First day out of force: repealed, or followed by the next version; null: none is set.</summary>
    private static DateOnly? Until(PackManifest manifest, IEnumerable<PackManifest> all)
    {
        var next = all.Where(other => other.Regime == manifest.Regime && other.InForceFrom > manifest.InForceFrom)
            .Min(other => (DateOnly?)other.InForceFrom);
        return manifest.RepealedFrom is { } repealed && !(next < repealed) ? repealed : next;
    }

    private static string Text(PackManifest manifest, DateOnly? until, Provenances worth, string language)
    {
        var end = until is { } day ? $"{day:yyyy-MM-dd}" : language == "zh" ? "至今" : "open";
        var status = manifest.Status.ToString().ToLowerInvariant();
        return language == "zh"
            ? $"{manifest.Regime} {manifest.Version} [{status}] {manifest.Title.Zh}\n  有效 {manifest.Version} – {end}；数值：公布 {worth.Published}，待核 {worth.Recalled}，待填 {worth.Bureau}，自拟 {worth.Illustrative}"
            : $"{manifest.Regime} {manifest.Version} [{status}] {manifest.Title.En}\n  in force {manifest.Version} – {end}; numbers: {worth.Published} published, {worth.Recalled} recalled, {worth.Bureau} bureau, {worth.Illustrative} illustrative";
    }

    private static string Json(PackManifest manifest, DateOnly? until, Provenances worth) => JsonText.Of(text =>
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
