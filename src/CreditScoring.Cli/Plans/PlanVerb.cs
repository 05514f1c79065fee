using System.CommandLine;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Planning;

namespace CreditScoring.Cli.Plans;

/// <summary><c>credit plan</c>: the inspections of a period, out of a file of events.</summary>
internal static class PlanVerb
{
    private const string UsualProfile = "illustrative";

    public static Command Create()
    {
        var events = new Option<string>("--events") { Required = true };
        var on = Days.Option("--on");
        var quarter = new Option<string>("--quarter") { Required = true };
        var profile = new Option<string>("--profile") { DefaultValueFactory = _ => UsualProfile };
        var capacity = new Option<decimal?>("--capacity");
        var inspectors = new Option<string?>("--inspectors");
        var drawn = new Option<string?>("--drawn");
        var former = new Option<string?>("--former");
        var region = new Option<string?>("--region");
        var rules = RuleArguments.Rules();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("plan")
        {
            events, on, quarter, profile, capacity, inspectors, drawn, former, region, rules, language, json,
        };
        verb.SetAction(parsed => Plan(
            new PlanAsked(
                parsed.GetValue(events)!, parsed.GetValue(on), PlanAsked.QuarterOf(parsed.GetValue(quarter)!),
                parsed.GetValue(capacity), parsed.GetValue(inspectors), parsed.GetValue(drawn),
                parsed.GetValue(former), parsed.GetValue(region)),
            parsed.GetValue(rules), parsed.GetValue(profile)!, parsed.GetValue(language)!,
            parsed.GetValue(json)));
        return verb;
    }

    private static int Plan(PlanAsked asked, string? rules, string profileName, string language, bool json)
    {
        if (asked.Capacity is null == asked.Inspectors is null || asked.Capacity < 0)
        {
            throw new WrongUseException(PlanPhrases.OneCapacity);
        }

        var book = RuleArguments.Book(rules, language);
        var profile = PlanFiles.Profile(rules, profileName, book.Catalogue);
        var known = KnownEvents.Read(asked.Events, book.Catalogue, asked.On, language);
        var files = Filing.Of(known.Events, out _);
        var candidates = Candidates(asked, profile, book, files);
        var period = asked.Quarter;
        var former = asked.Former is { } before ? PlanFiles.Former(before, period) : null;
        var register = asked.Inspectors is { } file ? PlanFiles.Register(file) : null;
        var question = Question(asked, profile, book, register, candidates);
        if (former is null)
        {
            var plan = Planner.Plan(question, candidates);
            Screen.SayAsIs(json ? VisitPlanJson.Text(plan) : new PlanTable(language).Of(plan, profile));
            return Exit.Done;
        }

        var maker = new Candidates(profile, period, asked.On, PlanFiles.Nobody);
        var anew = Replanning.Of(
            former, question, new KnownSince(candidates, LastVisits(maker, files), Decided));
        Screen.SayAsIs(json ? VisitPlanJson.Text(anew)
            : new PlanTable(language).Of(anew.Plan, profile) + "\n\n"
                + new PlanChangeTable(language).Of(former, anew));
        return Exit.Done;
    }

    private static PlanQuestion Question(
        PlanAsked asked, PlanProfile profile, RuleBook book, InspectorRegister? register,
        IEnumerable<Candidate> candidates)
    {
        var period = asked.Quarter;
        var units = register is not null
            ? Capacities.Of(register, profile, period, book.WorkingDays)
            : Capacities.Even(
                candidates.Select(each => each.Unit).Distinct(), asked.Capacity!.Value, period,
                book.WorkingDays);
        return new PlanQuestion(period, profile.Rule, units)
        {
            FirstDay = asked.On.AddDays(1),
            Crews = profile.Inspectors is { } each && register is not null
                ? new Crews(
                    register, profile, period, book.WorkingDays, each,
                    asked.Drawn is { } proof ? PlanFiles.Crews(proof) : null) : null,
        };
    }

    /// <summary>A file of a plan says nothing of what somebody decided by hand.</summary>
    private static IReadOnlyDictionary<Subject, int?> Decided { get; } = new Dictionary<Subject, int?>();

    private static Dictionary<Subject, DateOnly> LastVisits(
        Candidates maker, IEnumerable<CreditFile> files) => files
        .Select(file => (file.Subject, On: maker.LastVisitOf(file))).Where(each => each.On is not null)
        .ToDictionary(each => each.Subject, each => each.On!.Value);

    private static List<Candidate> Candidates(
        PlanAsked asked, PlanProfile profile, RuleBook book, IReadOnlyList<CreditFile> files)
    {
        var drawn = asked.Drawn is { } proof ? PlanFiles.Drawn(proof) : [];
        var maker = new Candidates(profile, asked.Quarter, asked.On, drawn);
        return
        [
            .. files.AsParallel().AsOrdered()
                .Select(file => (File: file, Registration.Of(file).Region))
                .Where(each => asked.Region is null
                    || each.Region?.StartsWith(asked.Region, StringComparison.Ordinal) == true)
                .Select(each => maker.Of(
                    each.File, [.. Assessor.Assess(each.File, book, asked.On).Standings], each.Region))
                .OfType<Candidate>(),
        ];
    }
}

/// <summary>What the user said.</summary>
/// <param name="On">The day on which the plan is made.</param>
/// <param name="Capacity">Person-days of every unit; null: those of the inspectors.</param>
internal sealed record PlanAsked(
    string Events, DateOnly On, Period Quarter, decimal? Capacity, string? Inspectors, string? Drawn,
    string? Former, string? Region)
{
    /// <summary>2026Q1 -> its days.</summary>
    public static Period QuarterOf(string written) =>
        Period.QuarterOf(written)
            ?? throw new WrongUseException(PlanPhrases.NotAQuarter(Spelling.Shown(written)));
}
