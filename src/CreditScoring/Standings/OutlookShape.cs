using CreditScoring.Documents;

namespace CreditScoring.Standings;

/// <summary>
/// What is told of the time to come: what time alone brings, and the entries that must lapse before the
/// tier is better.
/// </summary>
internal static class OutlookShape
{
    private static readonly JsonShape<Standing> Turn = new(
        "Turn",
        new("on", "何日起", "from this day on", each => each.On),
        new("tier", "等级", "the tier", each => each.Tier) { MayBeNull = true },
        new("points", "记分", "the points", each => each.Points?.Value));

    private static readonly JsonShape<Explanation> Next = new(
        "NextChange",
        new("on", "何日", "on which day", each => each.Outlook.Next!.On),
        JsonMember.Texts(
            "changes", "变化的各部分", "the parts of the standing that change",
            (Explanation each) => each.Standing.Differences(each.Outlook.Next!)),
        Turn.Own[1].Within((Explanation each) => each.Outlook.Next!),
        Turn.Own[2].Within((Explanation each) => each.Outlook.Next!));

    public static readonly JsonShape<Explanation> Outlook = new(
        "Outlook",
        JsonMember.Part(
            "next", "下一次变化；null 表示预见期内不变", "the next change; null: none within the horizon",
            (Explanation each) => each.Outlook.Next is null ? null : each, Next, mayBeNull: true),
        new("betterTier", "将来较好的等级", "the better tier to come", each => each.Outlook.Better?.Tier)
        {
            MayBeNull = true,
        },
        ExplanationShape.Title<Explanation>(
            each => each.TierTitle(each.Outlook.Better?.Tier),
            "betterTierTitle", "该等级的名称", "what that tier is called"),
        new("betterOn", "何日起", "from which day on", each => each.Outlook.Better?.On),
        JsonMember.List(
            "waitsFor", "在此之前须失效的条目", "the entries that must lapse before",
            (Explanation each) => each.Outlook.Waiting(each.Standing), StandingShape.Entry),
        JsonMember.List("turns", "将来各次变化", "the turns to come",
            (Explanation each) => each.Outlook.Turns, Turn),
        ExplanationShape.Flaw<Explanation>(each => each.Outlook.Flaw));
}
