using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings.Telling;

namespace CreditScoring.Standings.Papers;

/// <summary>
/// What an officer should know of a paper and the party is not told: a decision gives the reasons that the
/// authority had, and never those that were reckoned here.
/// </summary>
internal static class PaperRemarks
{
    private const string SubjectEnded = "subject-ended";

    /// <summary>Why a grant is not certified.</summary>
    public static readonly Wording Denied = new(
        "没有作成：记录中该申请不符合条件；核对、更正记录，或者依法处理该决定以后再出具",
        "not drawn up: by the record the request does not meet the conditions; mend the record, or deal "
            + "with the decision, first");

    public static IReadOnlyList<Wording> Of(PaperMatter matter) =>
    [
        .. Ended(matter),
        .. matter.Template.Kind switch
        {
            PaperKind.RepairGranted or PaperKind.RepairRefused => matter.Request?.Wanting.Select(Unmet) ?? [],
            _ => Checked(matter),
        },
    ];

    /// <summary>That the party is no more: nothing can be served on it.</summary>
    private static IEnumerable<Wording> Ended(PaperMatter matter) => matter.Explained.Events
        .Select(each => each.Happening).Where(each => each.Kind == SubjectEnded)
        .OrderByDescending(each => Said(each, "successors", "zh") is not null).Take(1)
        .Select(end => new Wording(
            $"当事人已于{NoticeWords.Day(end.From, "zh")}终止（{Said(end, "how", "zh")}），不得向其送达；"
                + $"权利义务的承受人：{Said(end, "successors", "zh") ?? "没有报送"}",
            $"the party ended on {NoticeWords.Day(end.From, "en")} ({Said(end, "how", "en")}), and nothing "
                + $"is served on it; its successors: {Said(end, "successors", "en") ?? "not reported"}"));

    private static string? Said(Happening happening, string field, string language)
    {
        var (kind, values) = (happening.Event.Kind, happening.Event.Values);
        return kind.PlaceOf(field) is >= 0 and var place && values[place] is { } value
            ? FieldText.Of(kind.Fields[place], value, language) : null;
    }

    /// <summary>What came about a told matter, and may have taken it away for a time.</summary>
    private static IEnumerable<Wording> Checked(PaperMatter matter)
    {
        HashSet<Happening> told = matter.Entry is { } one ? [one.Happened]
            : [.. matter.Standing.Entries.Select(entry => entry.Happened)];
        return matter.Explained.Events.Select(each => each.Happening)
            .Where(each => each.ActsOn is { } about && told.Contains(about)
                && matter.Template.Checked.Any(named => named.Name == each.Kind))
            .Select(each => new Wording(
                $"请核对是否仍在公示：{NoticeWords.Event(each, "zh")}，针对{NoticeWords.Event(each.ActsOn!, "zh")}",
                $"see whether it is still shown: {NoticeWords.Event(each, "en")}, on "
                    + NoticeWords.Event(each.ActsOn!, "en")));
    }

    private static Wording Unmet(RepairCondition condition) => new(
        $"依记录推算不符合的条件：{condition.Said.Zh}", $"not met by the record: {condition.Said.En}");
}
