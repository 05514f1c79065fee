using System.Collections.Concurrent;
using System.Diagnostics;
using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Law.Packs;
using CreditScoring.Trials;
using CreditScoring.Trials.Mutating;

namespace CreditScoring.Cli;

/// <summary>Changes the rules in many small ways and tells which changes no case notices.</summary>
internal sealed class MutationReport(RuleSelection rules, string language, bool json)
{
    /// <summary>Of a hundred mutants the cases of a pack should notice so many.</summary>
    private const decimal Wanted = 95;

    /// <summary>True where enough mutants of the pack are noticed.</summary>
    public bool Tell(PackFiles pack, Regime regime, RuleBook book, IReadOnlyList<Case> cases)
    {
        var clock = Stopwatch.StartNew();
        var mutants = Mutants.Of(pack);
        var fates = Fates(mutants, new MutationRun(pack, regime, book, cases), pack.Folder);
        foreach (var mutant in mutants.Where((_, i) => fates[i] == Fate.Unnoticed))
        {
            Console.WriteLine(json ? Json(pack, mutant) : Text(mutant));
        }

        return Total(pack, fates, clock.Elapsed);
    }

    private static Fate[] Fates(IReadOnlyList<Mutant> mutants, MutationRun run, string folder)
    {
        var fates = new Fate[mutants.Count];
        Parallel.ForEach(
            Partitioner.Create(0, mutants.Count, 8),
            range =>
            {
                for (var i = range.Item1; i < range.Item2; i++)
                {
                    fates[i] = run.Try(mutants[i]);
                }

                Progress.Show($"{folder}: mutant {range.Item2} of {mutants.Count}");
            });
        return fates;
    }

    private string Text(Mutant mutant)
    {
        var shown = $"{rules.Shown(mutant.Place)}: {Spelling.Shown(mutant.Was)} -> {Spelling.Shown(mutant.Becomes)}";
        return language == "zh" ? $"{shown}：没有算例察觉" : $"{shown}: no case notices";
    }

    private string Json(PackFiles pack, Mutant mutant) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("pack", pack.Folder);
        text.Property("unnoticed", rules.Shown(mutant.Place).ToString());
        text.Property("was", mutant.Was);
        text.Property("becomes", mutant.Becomes);
        text.WriteEndObject();
    });

    private bool Total(PackFiles pack, Fate[] fates, TimeSpan took)
    {
        var noticed = fates.Count(fate => fate == Fate.Noticed);
        var tried = fates.Count(fate => fate != Fate.Refused);
        var share = tried == 0 ? 100 : 100m * noticed / tried;
        Console.WriteLine(json
            ? JsonText.Of(text =>
            {
                text.WriteStartObject();
                text.Property("pack", pack.Folder);
                text.Property("mutants", tried);
                text.Property("noticed", noticed);
                text.Property("refused", fates.Length - tried);
                text.Property("seconds", Math.Round((decimal)took.TotalSeconds, 1));
                text.WriteEndObject();
            })
            : FormattableString.Invariant(
                language == "zh"
                    ? (FormattableString)$"{pack.Folder}：{tried} 个变体，算例察觉 {noticed} 个（{share:0.0} %），另有 {fates.Length - tried} 个无法载入；{took.TotalSeconds:0.0} 秒"
                    : $"{pack.Folder}: {noticed} of {tried} mutants noticed ({share:0.0} %), {fates.Length - tried} more do not load; {took.TotalSeconds:0.0} s"));
        return share >= Wanted;
    }
}
