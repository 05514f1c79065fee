using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>What the draft says of requests for repair, in the regime whose act they name.</summary>
internal sealed class NoticeRequests(IReadOnlyList<RepairAnswer> answers, string language)
{
    public IEnumerable<string> Lines() => answers.Select(Line);

    private string Line(RepairAnswer answer)
    {
        var about = answer.Request.ActsOn ?? answer.Request;
        var relief = about.Event.Kind.Relief;
        var request = Say(
            $"就{NoticeWords.Event(about, language)}，{Day(answer.Request.From)}提出的"
                + $"{relief.Zh}申请",
            $"The request of {Day(answer.Request.From)} for {relief.En} "
                + $"({NoticeWords.Event(about, language)})");
        if (answer.Decision is { } decision)
        {
            return request + (answer.Granted == true
                ? Say($"，{Day(decision.From)}决定准予", $" was granted on {Day(decision.From)}")
                    + TakenBack(answer) + Say("。", ".")
                : Say($"，{Day(decision.From)}决定不予准许。", $" was refused on {Day(decision.From)}."));
        }

        if (answer.TurnedAway is { } away)
        {
            return request + Say($"，{Day(away.From)}不予受理", $" was not taken in on {Day(away.From)}")
                + Why(away) + Say("。", ".");
        }

        if (answer.MeetsConditions)
        {
            return request + (answer.Granted is null
                ? Say("符合条件，有待机关决定。", " meets the conditions and awaits the authority's decision.")
                : Say("符合条件，自该日起生效。", " meets the conditions and took effect on that day."));
        }

        var reasons = answer.Wanting.Select(each => each.Said.In(language))
            .Concat(answer.Conditions.SelectMany(condition => condition.Account.Flaws).Select(
                flaw => flaw.What.In(language)));
        return request + Say("不符合条件：", " does not meet the conditions: ") + string.Join(
            Say("；", "; "), reasons) + Say("。", ".")
            + (answer.FirstAcceptedOn is { } day ? Say(
                $"最早可于{Day(day)}再次提出。", $" It may be made again from {Day(day)}.") : "");
    }

    private string TakenBack(RepairAnswer answer) => answer.TakenBack is not { } back ? ""
        : Say($"，{Day(back.From)}撤销该准予决定", $"; the grant was taken back on {Day(back.From)}") + Why(back);

    /// <summary>The reason as it was sent, in whatever language.</summary>
    private string Why(Happening decision) => decision["reason"] is string reason
        ? Say($"，理由：{reason}", $", on the ground: {reason}") : "";

    private string Day(DateOnly day) => NoticeWords.Day(day, language);

    private string Say(string zh, string en) => language == "zh" ? zh : en;
}
