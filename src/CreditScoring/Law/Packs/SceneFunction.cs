using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Calendars;
using CreditScoring.Law.Language;
using CreditScoring.Law.Language.Days;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Packs;

/// <summary>A function of fixed argument types that the pack room adds to the language.</summary>
public sealed class SceneFunction : Function
{
    private readonly Func<Expression, IReadOnlyList<Argument>, Expression> code;

    private SceneFunction(
        string name, IReadOnlyList<RuleType> takes, RuleType gives,
        Func<Expression, IReadOnlyList<Argument>, Expression> code)
        : base(name)
    {
        Takes = takes;
        Gives = gives;
        this.code = code;
    }

    /// <summary>What stands in a file, or stood there.</summary>
    public override bool ReadsTheMoment => IsOfTheMoment;

    private bool IsOfTheMoment { get; init; }

    /// <summary>The types of its arguments, in order.</summary>
    public IReadOnlyList<RuleType> Takes { get; }

    /// <summary>The type of its outcome.</summary>
    public RuleType Gives { get; }

    /// <summary>better, worse, running, tierOn and subjectOn for a ladder.</summary>
    public static IEnumerable<Function> For(TierLadder ladder, RuleType subject)
    {
        var tier = RuleType.Text.OrMissing() with { Values = ladder.Tiers };
        return
        [
            new SceneFunction("better", [RuleType.Text, RuleType.Integer], tier,
                (_, given) => OnLadder(ladder, nameof(TierLadder.Better), given)),
            new SceneFunction("worse", [RuleType.Text, RuleType.Integer], tier,
                (_, given) => OnLadder(ladder, nameof(TierLadder.Worse), given)),
            new SceneFunction("running", [RuleType.Text], RuleType.Boolean,
                (scene, given) =>
                    Expression.Call(typeof(SceneFunction), nameof(IsRunning), null, scene, given[0].Code))
                { IsOfTheMoment = true },
            new SceneFunction("tierOn", [RuleType.Date], RuleType.Text.OrMissing(),
                (scene, given) => AsOf(
                    scene, given[0], Expression.Property(scene, nameof(Scene.History)),
                    nameof(TierHistory.TurnAfter), nameof(TierHistory.TierOn)))
                { IsOfTheMoment = true },
            new SceneFunction("subjectOn", [RuleType.Date], subject,
                (scene, given) => AsOf(
                    scene, given[0], Expression.Property(scene, nameof(Scene.Subject)),
                    nameof(SubjectView.TurnAfter), nameof(SubjectView.On)))
                { IsOfTheMoment = true },
        ];
    }

    /// <summary>addWorkingDays, nextWorkingDay and nextAfterHoliday by a calendar.</summary>
    public static IEnumerable<Function> For(WorkingDays workingDays)
    {
        var calendar = Expression.Constant(workingDays);
        return
        [
            new SceneFunction("addWorkingDays", [RuleType.Date, RuleType.Integer], RuleType.Date,
                (_, given) => Expression.Call(
                    calendar, nameof(WorkingDays.Add), null, given[0].Code, given[1].Code)),
            new SceneFunction("nextWorkingDay", [RuleType.Date], RuleType.Date,
                (_, given) => Expression.Call(
                    calendar, nameof(WorkingDays.Next), null, given[0].Code)),
            new SceneFunction("nextAfterHoliday", [RuleType.Date], RuleType.Date,
                (_, given) => Expression.Call(
                    calendar, nameof(WorkingDays.NextAfterHoliday), null, given[0].Code)),
        ];
    }

    public override Call Bind(Expression evaluation, IReadOnlyList<Argument> arguments)
    {
        var fits = arguments.Count == Takes.Count
            && Takes.Zip(arguments).All(pair => pair.First.Shape == pair.Second.Type.Shape
                && (!pair.Second.Type.Optional || !pair.First.Clr.IsValueType));
        var list = string.Join(", ", Takes.Select(type => type.Shape));
        return fits
            ? Answered(code(evaluation, arguments))
            : Call.Wrong(
                "type-mismatch",
                new Wording($"{Name} 的参数应为（{list}）", $"{Name} takes ({list})"),
                new Wording("改正参数；可缺的值用 ?? 补上", "mend the arguments; give an optional one a value with ??"));
    }

    private Call Answered(Expression answer) =>
        answer.Type == typeof(BoundedDay) ? Call.OfDay(answer) : Call.Of(Gives, answer);

    private static MethodCallExpression OnLadder(
        TierLadder ladder, string method, IReadOnlyList<Argument> given) =>
        Expression.Call(Expression.Constant(ladder), method, null, given[0].Code, given[1].Code);

    /// <summary>
    /// What a record was on a day. Where the day follows the walked day, the answer holds until that
    /// reaches the record's next turn.
    /// </summary>
    private static Expression AsOf(
        Expression scene, Argument on, Expression record, string turnAfter, string valueOn)
    {
        if (on.Chain is not { } chain)
        {
            return Expression.Call(record, valueOn, null, on.Code);
        }

        var day = Expression.Variable(typeof(DateOnly));
        return Expression.Block(
            [day],
            Expression.Assign(day, chain.Value),
            Expression.Call(
                typeof(Stability), nameof(Stability.Note), null, scene,
                chain.FirstAt(Expression.Call(record, turnAfter, null, day))),
            Expression.Call(record, valueOn, null, day));
    }

    private static bool IsRunning(Scene scene, string step) => scene.Running.Contains(step);
}
