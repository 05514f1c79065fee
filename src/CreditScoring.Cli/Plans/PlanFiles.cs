using CreditScoring.Cli.RandomDraw;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;
using CreditScoring.Events;
using CreditScoring.Planning;

namespace CreditScoring.Cli.Plans;

/// <summary>The files of which a plan is made, each read or refused.</summary>
internal static class PlanFiles
{
    /// <summary>No draw.</summary>
    public static IReadOnlyDictionary<string, DateOnly> Nobody { get; } = new Dictionary<string, DateOnly>();

    public static PlanProfile Profile(string? rules, string name, EventCatalogue catalogue)
    {
        var flaws = new List<Flaw>();
        var profiles = PlanProfileReader.Read(
            RuleFolder.Read(RuleSelection.Of(rules).Folder), catalogue, flaws);
        return profiles.GetValueOrDefault(name)
            ?? throw new WrongUseException(
                flaws.FirstOrDefault(flaw => flaw.Place.File == $"{PlanProfileReader.Folder}{name}.json")
                    is { } flaw ? Phrases.Of(flaw) : PlanPhrases.NoProfile(name, profiles.Keys));
    }

    /// <summary>A table of inspectors as <c>credit draw commit</c> takes it.</summary>
    public static InspectorRegister Register(string file) =>
        Sound<InspectorRegister>(flaws => InspectorRegister.Freeze(file, TextFile.Read(file).Split('\n')
            .Select(line => line.TrimEnd('\r').TrimStart('\uFEFF')), flaws));

    /// <summary>The plan before, of the same period.</summary>
    public static VisitPlan Former(string file, Period period)
    {
        var plan = Sound<VisitPlan>(flaws => VisitPlanReader.Read(
            new SourceText(file, TextFile.Read(file)), flaws));
        return plan.Period == period ? plan
            : throw new WrongUseException(PlanPhrases.OtherPeriod(file, plan.Period));
    }

    /// <summary>Who is to be visited after a draw and its replacements, and from which day.</summary>
    public static Dictionary<string, DateOnly> Drawn(string file)
    {
        var proof = DrawFolder.ReadProof(file);
        var from = proof.Announced.Inspectors?.Visits.From ?? ShanghaiTime.DayOf(proof.Announced.Published);
        return Replacing.Current(proof).Keys.ToDictionary(id => id, _ => from, StringComparer.Ordinal);
    }

    /// <summary>Who was drawn for each of them.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Crews(string file) =>
        Replacing.Current(DrawFolder.ReadProof(file)).ToDictionary(
            each => each.Key, each => each.Value.Inspectors, StringComparer.Ordinal);

    private static T Sound<T>(Func<List<Flaw>, T?> read)
        where T : class
    {
        var flaws = new List<Flaw>();
        return read(flaws) is { } sound && flaws.Count == 0
            ? sound : throw new WrongUseException(Phrases.Of(flaws[0]));
    }
}
