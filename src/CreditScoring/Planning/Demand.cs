namespace CreditScoring.Planning;

/// <summary>Why an object is to be visited (检查事由), the most binding first.</summary>
public enum Cause
{
    /// <summary>A complaint, an accident or a matter handed over (投诉举报、事故、转办).</summary>
    Triggered,

    /// <summary>Under key supervision (重点监管).</summary>
    KeySupervision,

    /// <summary>The window of the last inspection has passed (逾期).</summary>
    Overdue,

    /// <summary>The rules say that it must be inspected in its window.</summary>
    Must,

    /// <summary>Drawn at random (双随机抽中).</summary>
    Drawn,

    /// <summary>Its window is open, and it may be inspected.</summary>
    Window,
}

/// <summary>How binding a visit is: it must be made, it was drawn, or it may be made.</summary>
public enum VisitClass
{
    Must,
    Drawn,
    May,
}

/// <summary>What one regime, draw or complaint asks of an object.</summary>
/// <param name="Regime">Whose matter it is, such as <c>cn/product-quality-points</c>.</param>
/// <param name="Opens">First day on which it may be done; null: from the first day of the plan.</param>
/// <param name="Due">Last day on which it should be; null: until the last day of the plan.</param>
/// <param name="PersonDays">What it takes by itself (人日), above zero.</param>
public sealed record Demand(
    string Regime, Cause Cause, DateOnly? Opens, DateOnly? Due, decimal PersonDays)
{
    public VisitClass Class => Cause switch
    {
        Cause.Drawn => VisitClass.Drawn, Cause.Window => VisitClass.May, _ => VisitClass.Must,
    };

    /// <summary>
    /// How binding it is, the most binding first: 0 complaints and accidents, 1 key supervision, 2 what else
    /// must be done, 3 what was drawn, 4 what may be done.
    /// </summary>
    public int Binding => Cause switch
    {
        Cause.Triggered => 0, Cause.KeySupervision => 1, Cause.Drawn => 3, Cause.Window => 4, _ => 2,
    };

    /// <summary>The days of a period on which it can be done; null: none.</summary>
    public Period? Within(Period period)
    {
        var from = Opens > period.From ? Opens.Value : period.From;
        // What is overdue can be done on any day that is left.
        var to = Due < period.To && !(Due < from) ? Due.Value : period.To;
        return from > period.To ? null : new Period(from, to);
    }

    /// <summary>Days by which it is late at the beginning of a period; 0: it is not.</summary>
    public int DaysLate(Period period) =>
        Due is { } due ? Math.Max(0, period.From.DayNumber - due.DayNumber) : 0;
}
