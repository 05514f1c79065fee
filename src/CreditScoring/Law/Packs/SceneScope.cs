using System.Linq.Expressions;
using CreditScoring.Events;
using CreditScoring.Law.Calendars;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Tables;

namespace CreditScoring.Law.Packs;

/// <summary>The names that rule text may use, by the place where it stands (rule-packs: Names).</summary>
public sealed class SceneScope
{
    private readonly RuleType anyEvent;
    private readonly RuleType entry;
    private readonly RuleType subject;
    private readonly TierLadder ladder;

    public SceneScope(
        EventCatalogue catalogue, TierLadder ladder, IReadOnlyDictionary<string, LawTable> tables,
        WorkingDays workingDays, FormulaFinish? finish = null, IReadOnlyCollection<string>? unread = null,
        TextMet? met = null)
    {
        this.ladder = ladder;
        anyEvent = RuleType.Of(new HappeningShape(catalogue));
        KnowsRepairDecisions = catalogue.Kind(RaisedKinds.RepairDecision)?.PlaceOf(
            RaisedKinds.DecisionField) >= 0;
        entry = RuleType.Of(EntryShape(anyEvent));
        subject = RuleType.Of(SubjectShape(catalogue));
        var scope = new Scope(typeof(Scene)) { Finish = finish, Met = met }.With(new Lookup(tables, unread))
            .With(Read("day", RuleType.Date, nameof(Scene.Day)))
            .With(Read("subject", subject, nameof(Scene.Subject)));
        foreach (var function in SceneFunction.For(workingDays))
        {
            scope = scope.With(function);
        }

        SubjectOnly = scope;
        EventOnly = scope.With(Read("happened", anyEvent, nameof(Scene.Happened)));
        foreach (var function in SceneFunction.For(ladder, subject))
        {
            scope = scope.With(function);
        }

        OfTheDay = scope
            .With(Read(Formula.Events, RuleType.ListOf(anyEvent), nameof(Scene.Events)))
            .With(Read("entries", RuleType.ListOf(entry), nameof(Scene.Entries)))
            .With(Read("duties", RuleType.ListOf(RuleType.Of(DutyShape(anyEvent))), nameof(Scene.Duties)))
            .With(Read("previous", RuleType.Of(NightShape(ladder)), nameof(Scene.Previous)));
    }

    /// <summary>
    /// Whether the catalogue has the kind by which an authority decides a request for repair.
    /// </summary>
    public bool KnowsRepairDecisions { get; }

    /// <summary>The subject on the day: in <c>appliesTo</c>.</summary>
    public Scope SubjectOnly { get; }

    /// <summary>An event alone, before anything stands: in <c>anchor</c> and <c>from</c>.</summary>
    public Scope EventOnly { get; }

    /// <summary>What stands on the day: named values, tier, and everything after.</summary>
    public Scope OfTheDay { get; }

    public Scope WithHappened(Scope scope) =>
        scope.With(Read("happened", anyEvent, nameof(Scene.Happened)));

    /// <summary>The event is a request for repair, and has what such a request must have.</summary>
    public Scope WithRequest(Scope scope) => scope.With(Read(
        "happened",
        RuleType.Of(anyEvent.Record!.Narrow("kind", new HashSet<string> { RaisedKinds.RepairRequest })),
        nameof(Scene.Happened)));

    public Scope WithTier(Scope scope) =>
        scope.With(Read("tier", RuleType.Text with { Values = ladder.Tiers }, nameof(Scene.Tier)));

    public Scope WithFrom(Scope scope) => scope.With(Read("from", RuleType.Date, nameof(Scene.From)));

    public Scope WithEntry(Scope scope) => scope.With(Read("entry", entry, nameof(Scene.Entry)));

    public static Scope WithNamed(Scope scope, NamedValue named) => scope.With(new Variable(
        named.Name, named.Formula.Type,
        scene => Expression.Convert(
            Expression.Call(scene, nameof(Scene.Reckon), null, Expression.Constant(named)),
            named.Formula.Type.Clr))
    {
        ReadBounded = named.Formula.Type.Shape != Shape.Date ? null
            : scene => Expression.Call(scene, nameof(Scene.ReckonDay), null, Expression.Constant(named)),
    });

    private static Variable Read(string name, RuleType type, string property) =>
        new(name, type, scene => Expression.Property(scene, property));

    private static FixedShape EntryShape(RuleType happened) => new(
        "entry", typeof(Entry),
        [
            FixedShape.Of("happened", happened, nameof(Entry.Happened)),
            FixedShape.Of("rule", RuleType.Text, nameof(Entry.Rule)),
            new Member("points", RuleType.Number, entry => Expression.Property(
                Expression.Property(entry, nameof(Entry.Points)), nameof(Points.Value))),
            FixedShape.Of("from", RuleType.Date, nameof(Entry.From)),
            FixedShape.Of("lapsesOn", RuleType.Date.OrMissing(), nameof(Entry.LapsesOn)),
        ]);

    private static FixedShape DutyShape(RuleType happened) => new(
        "duty", typeof(Duty),
        [
            FixedShape.Of("duty", RuleType.Text, nameof(Duty.Name)),
            FixedShape.Of(
                RuleProperties.Of.Name,
                RuleType.Text with { Values = [.. RuleProperties.Of.Words.Select(word => word.Text)] },
                nameof(Duty.Of)),
            FixedShape.Of("happened", happened, nameof(Duty.Happened)),
            BoundedDay("opens", nameof(Duty.BoundedOpens)),
            BoundedDay("due", nameof(Duty.BoundedDue)),
            FixedShape.Of(
                "state", RuleType.Text with { Values = ["open", "fulfilled", "missed"] },
                nameof(Duty.KnownState)),
        ]);

    private static Member BoundedDay(string name, string property) => new(
        name, RuleType.Date.OrMissing(), record => Expression.Property(
            Expression.Property(record, property), nameof(Language.BoundedDay.Known)))
    {
        ReadBounded = record => Expression.Property(record, property),
    };

    private static FixedShape NightShape(TierLadder ladder) => new(
        "previous", typeof(Night),
        [
            new Member(
                "tier", RuleType.Text.OrMissing() with { Values = ladder.Tiers }, night => Expression.Call(
                Expression.Constant(ladder), nameof(TierLadder.Known), null,
                Expression.Property(night, nameof(Night.Tier)))),
            FixedShape.Of("since", RuleType.Date, nameof(Night.Since)),
        ]);

    private static FixedShape SubjectShape(EventCatalogue catalogue) => new(
        "subject", typeof(SubjectView),
        [
            FixedShape.Of("id", RuleType.Text, nameof(SubjectView.Id)),
            FixedShape.Of("kind", RuleType.Text, nameof(SubjectView.Kind)),
            .. (catalogue.Kind(SubjectView.ProfileKind)?.Fields ?? [])
                .Where(declared => !declared.IsPersonal).Select(Attribute),
        ]);

    private static Member Attribute(EventField declared)
    {
        var type = FieldTypes.Of(declared, present: false) with { Values = declared.Values };
        return new Member(declared.Name, type, subject => Expression.Convert(
            Expression.Property(subject, "Item", Expression.Constant(declared.Name)), type.Clr))
        {
            Label = declared.Label, Unit = declared.Unit,
        };
    }
}
