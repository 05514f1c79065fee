using System.Globalization;
using System.Collections.Concurrent;
using System.Diagnostics;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Mutating;

namespace CreditScoring.Cli;

/// <summary>Changes the rules in many small ways and tells which changes no case notices.</summary>
internal sealed class MutationReport(RuleSelection rules, string language, bool json)
{
    /// <summary>True where enough mutants of the pack are noticed.</summary>
    public bool Tell(PackFiles pack, Regime regime, RuleBook book, IReadOnlyList<Case> cases)
    {
        var clock = Stopwatch.StartNew();
        var mutants = Mutants.Of(pack);
        var score = Tried(mutants, new MutationRun(pack, regime, book, cases), pack.Folder);
        foreach (var mutant in score.Unnoticed)
        {
            Screen.Say(json, () => Json(pack, mutant), () => Text(mutant));
        }

        foreach (var (mutant, flaw) in score.Refused.Where(_ => score.RefusesTooMany))
        {
            Screen.Say(json, () => Json(pack, mutant, flaw), () => $"{Change(mutant)}: {flaw}");
        }

        Screen.Say(json, () => Json(pack, score, clock.Elapsed), () => Text(pack, score, clock.Elapsed));
        return score.IsEnough;
    }

    private MutationScore Tried(IReadOnlyList<Mutant> mutants, MutationRun run, string folder)
    {
        var fates = new (Mutant, Fate, string?)[mutants.Count];
        Parallel.ForEach(
            Partitioner.Create(0, Math.Max(1, mutants.Count), 8),
            range =>
            {
                for (var i = range.Item1; i < Math.Min(range.Item2, fates.Length); i++)
                {
                    fates[i] = (mutants[i], run.Try(mutants[i], out var refusal), refusal);
                }

                Progress.Show(Phrases.Mutating(folder, range.Item2, mutants.Count).In(language));
            });
        return new MutationScore(fates);
    }

    private string Change(Mutant mutant) =>
        $"{rules.Shown(mutant.Place)}: {Spelling.Shown(mutant.Was)} -> {Spelling.Shown(mutant.Becomes)}";

    private string Text(Mutant mutant) =>
        Phrases.Unnoticed(Change(mutant)).In(language);

    private string Text(PackFiles pack, MutationScore score, TimeSpan took)
    {
        var share = score.Share.ToString("0.0", CultureInfo.InvariantCulture);
        var seconds = took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var flaws = string.Join(", ", score.RefusedByFlaw.Select(each => $"{each.Flaw} {each.Count}"));
        var refused = flaws.Length == 0 ? "" : language == "zh" ? $"（{flaws}）" : $" ({flaws})";
        var many = !score.RefusesTooMany ? "" : language == "zh" ? "，无法载入的太多" : ", which is too many";
        return language == "zh"
            ? $"{pack.Folder}：{score.Tried} 个变体，算例察觉 {score.Noticed} 个（{share} %），"
                + $"另有 {score.Refused.Count} 个无法载入{refused}{many}；{seconds} 秒"
            : $"{pack.Folder}: {score.Noticed} of {score.Tried} mutants noticed ({share} %), "
                + $"{score.Refused.Count} more do not load{refused}{many}; {seconds} s";
    }

    private string Json(PackFiles pack, Mutant mutant, string? refusal = null) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("pack", pack.Folder);
        text.Property(refusal is null ? "unnoticed" : "refused", rules.Shown(mutant.Place).ToString());
        text.Property("was", mutant.Was);
        text.Property("becomes", mutant.Becomes);
        if (refusal is not null)
        {
            text.Property("flaw", refusal);
        }

        text.WriteEndObject();
    });

    private static string Json(PackFiles pack, MutationScore score, TimeSpan took) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("pack", pack.Folder);
        text.Property("mutants", score.Tried);
        text.Property("noticed", score.Noticed);
        text.Property("refused", score.Refused.Count);
        text.WritePropertyName("refusedByFlaw");
        text.WriteStartObject();
        foreach (var (flaw, count) in score.RefusedByFlaw)
        {
            text.Property(flaw, count);
        }

        text.WriteEndObject();
        text.Property("enough", score.IsEnough);
        text.Property("seconds", Math.Round((decimal)took.TotalSeconds, 1));
        text.WriteEndObject();
    });
}
