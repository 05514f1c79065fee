using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings.Telling;

namespace CreditScoring.Standings.Papers;

/// <summary>A field that templates of papers may name: declared here, and nowhere else.</summary>
/// <param name="Name">As templates write it: 记分, or of a list 事项.分值.</param>
/// <param name="Says">What it is, for authors and for the officer who has to add it.</param>
public sealed record PaperField
{
    private readonly Func<PaperMatter, string?> value;
    private Func<PaperMatter, Wording?>? label;

    private PaperField(string name, Wording says, Func<PaperMatter, string?> value) =>
        (Name, Says, this.value) = (name, says, value);

    public string Name { get; }

    public Wording Says { get; }

    private static readonly Dictionary<string, Func<PaperMatter, Happening?>> EventsOf = new()
    {
        ["事项"] = of => of.Entry?.Happened,
        ["所据"] = of => of.Entry?.Happened.ActsOn,
        ["经过"] = of => of.Past,
        ["义务"] = of => of.Duty?.Duty.Happened,
        ["申请"] = of => of.Request?.Request,
        ["决定"] = of => of.Request?.Decision,
        ["不予受理"] = of => of.Request?.TurnedAway,
        ["撤销"] = of => of.Request?.TakenBack,
    };

    private static readonly PaperField[] OfTheStanding =
    [
        Of("当事人", "当事人名称", "name of the party", of => of.PartyName),
        Of("代码", "统一社会信用代码（自然人为有效证件号码）",
            "unified social credit code (of a person the number of the papers, which an officer writes)",
            of => of.Explained.SubjectKind is { IsPersonal: true } ? null : of.Standing.Subject.Id),
        Of("截至日", "所据的日期", "the day as of which it is told", of => Day(of.Standing.On)),
        Of("依据", "所依据的文件", "the instrument", of => of.Explained.Manifest!.Instrument?.Replace('；', '、')),
        Of("状态", "等级或者状态的名称", "what the tier is called",
            of => of.Explained.TierTitle(of.Standing.Tier)?.Zh ?? of.Standing.Tier),
        Of("状态条款", "等级或者状态所据条款", "the provision by which it stands there",
            of => Cited(of.Explained.Rungs.LastOrDefault(rung => rung.Holds)?.Citation, of)),
        Of("记分", "累计记分", "total of points", of => of.Standing.Points?.ToString()),
        Of("好转日", "如无新的事项，状态好转之日", "day from which it stands better if nothing new happens",
            of => Day(of.Better?.On)),
        Of("好转后", "好转后的等级或者状态", "the tier it then stands in",
            of => of.Explained.TierTitle(of.Better?.Tier)?.Zh),
    ];

    private static readonly PaperField[] OfEntries =
    [
        Of("事项.事实", "事由：日期、种类和文书", "what happened: day, kind and document",
            of => Told(of.Entry?.Happened)),
        Of("事项.文书", "文书号", "number of the document", of => of.Entry?.Happened.Event.Document),
        Of("事项.日期", "文书的日期", "day of the document",
            of => Day(of.Entry?.Happened.Event.DecidedOn ?? of.Entry?.Happened.Event.OccurredOn)),
        Of("所据.事实", "该事项所依据的事件，如列入所依据的处罚", "the event that it rests on, such as the penalty of a listing",
            of => Told(of.Entry?.Happened.ActsOn)),
        Of("事项.规则", "适用的规则", "the rule", of => of.Entry is { } entry
            ? of.Explained.RuleTitles.TryGetValue(entry.Rule, out var title) ? title.Zh : entry.Rule : null),
        Of("事项.条款", "所据条款", "the provision", of => Cited(of.Entry?.Citation, of)),
        Of("事项.内容", "条款的内容（规则包自己的表述）", "what the provision says, in the words of the pack",
            of => ProvisionWords.Of(of.Entry?.Citation, of.Explained)),
        Of("事项.分值", "记多少分", "points", of => of.Entry is { } entry && of.Standing.Points is not null
            ? entry.Points.ToString() : null),
        Of("事项.起", "计入或者公示的首日", "first day", of => Day(of.First)),
        Of("事项.止", "计入或者公示的最后一日", "last day", of => Day(of.Last)),
        Of("事项.恢复", "准予修复的决定被撤销、恢复计入或者公示之日", "day from which it counts again, a repair being taken back",
            of => Day(of.Restored)),
    ];

    private static readonly PaperField[] OfWhatIsToCome =
    [
        Of("尚待.事实", "事由，其起算之日（如公示之日）尚待的",
            "what happened, where the day from which it counts is still to come",
            of => ToCome(of, of.IsForeseen)),
        Of("尚待.可以申请", "同上，此后会有可以申请信用修复之日的",
            "the same, where a day will come on which to request repair",
            of => ToCome(of, of is { IsForeseen: true, Prospect.First: not null })),
        Of("尚待.不能申请", "同上，此后没有可以申请之日的", "the same, where no such day will come",
            of => ToCome(of, of is { IsForeseen: true, Prospect.First: null })),
        Of("待定.事实", "事由，有一点要由机关确定的", "what happened, where only the authority can say one thing of it",
            of => ToCome(of, of.IsUndecided)),
    ];

    private static readonly PaperField[] OfDutiesAndRights =
    [
        Of("经过.事实", "义务所由来的各事件，依次：日期、种类和文书",
            "what happened up to the duties, in order: day, kind and document", of => Told(of.Past)),
        Of("义务.缘由", "义务因何而生", "what the duty arose from",
            of => Told(of.Duty?.Duty.Happened)),
        Of("义务.文书", "义务因何而生的文书号", "number of the document from which it arose",
            of => of.Duty?.Duty.Happened.Event.Document),
        Of("义务.日期", "义务因何而生的日期", "day of what it arose from", of => Day(of.Duty?.Duty.Happened.From)),
        Of("义务.事项", "应当做什么", "what is to be done", of => of.Duty?.Rule.Title?.Zh ?? of.Duty?.Rule.Rule),
        Of("义务.条款", "所据条款", "the provision", of => Cited(of.Duty?.Rule.Citation, of)),
        Of("义务.起", "首日", "first day", of => Day(of.Duty?.Duty.Opens)),
        Of("义务.止", "最后一日", "last day", of => Day(of.Duty?.Duty.Due)),
        Of("义务.逾期", "已经逾期的，写“已逾期”", "'已逾期' where it was not done in time",
            of => of.Duty?.Duty.State == DutyState.Missed ? "已逾期" : null),

        Of("措施.事项", "正在进行的步骤", "a step that is taken", of => of.Step?.Rule?.Title?.Zh ?? of.Step?.Step.Step),
        Of("措施.条款", "所据条款", "the provision", of => Cited(of.Step?.Rule?.Citation, of)),

        Of("权利.内容", "权利", "the right", of => of.Right?.Right.Text.Zh),
        Of("权利.依据", "权利的依据", "what gives it", of => of.Right?.Right.Basis),
        Of("权利.止", "行使权利的最后一日", "last day of it", of => Day(of.Right?.Last)),
    ];

    private static readonly PaperField[] OfRepair =
    [
        Of("最早申请日", "义务履行完毕的，最早可以申请信用修复之日",
            "first day on which repair could be requested, all duties being performed",
            of => of.IsForeseen || of.OnlyAssumptionIsLeft ? null : Day(of.Prospect.First)),
        Of("假定.最早申请日", "最早申请日，假定了依记录还不具备的条件（如已经移出名单）的",
            "that day, where it takes conditions to be met that by the record are not",
            of => of is { IsForeseen: false, OnlyAssumptionIsLeft: false, Prospect.HangsOnAssumption: true }
                ? Day(of.Prospect.First) : null),
        Of("假定.已满", "事由，只待假定的条件（如移出名单）即可以申请的，最早申请日已经过去",
            "what happened, where nothing but what was assumed is left to wait for",
            of => ToCome(of, of.OnlyAssumptionIsLeft)),
        Of("申请.日期", "提出申请之日", "day of the request", of => Day(of.Request?.Request.From)),
        Of("申请.事项", "申请修复的事项", "what it asks to be repaired", of => of.Request is { } request
            ? Told(request.Request.ActsOn ?? request.Request) : null),
        Of("申请.文书", "申请修复的事项的文书号", "document of what it asks to be repaired",
            of => of.Request?.Request.ActsOn?.Event.Document),
        Of("申请.条款", "信用修复所据条款", "the provision on repair",
            of => Cited(of.Request?.Conditions.Select(each => each.Account.Citation).FirstOrDefault(), of)),
        Of("无申请日", "期满前没有可以申请之日的，期满之日", "its last day, where no day comes on which to request",
            of => of.Prospect.First is null && of.Request is null ? Day(of.Last) : null),
        .. Deed("决定", "决定", "the decision"),
        .. Deed("不予受理", "不予受理决定", "the decision not to take the request in"),
        .. Deed("撤销", "撤销决定", "the decision to take the grant back"),
        Of("撤销.不诚信", "因不诚信而撤销的，写明这一点", "that it was taken back for dishonesty, where it was",
            of => Dishonesty(of, true)),
        Of("撤销.非不诚信", "不是因不诚信而撤销的，才有", "that it was not taken back for dishonesty, where it was not",
            of => Dishonesty(of, false)),
        Of("再次申请日", "最早可以再次申请之日", "first day on which it may be requested again",
            of => Day(of.Request?.FirstAcceptedOn)),
        Of("理由.内容", "不符合的条件", "the condition that is not met", of => of.Reason is { } reason
            ? reason.Said.Zh : null),
    ];

    private static readonly PaperField[] OfTheOfficer =
    [
        Blank("文号", "文书编号", "number of this paper") with { IsFormal = true },
        Blank("机关", "机关名称（印章）", "the authority (seal)") with { IsFormal = true },
        Blank("成文日期", "成文日期", "day of this paper") with { IsFormal = true },
        Blank("联系方式", "联系人、电话和地址", "whom to turn to: name, telephone, address"),
        Blank("申请材料", "申请修复应当提交的材料", "what has to be handed in with a request"),
        Blank("较低数额", "该罚款是否属于较低数额", "whether the fine is a lower one"),
        Blank("类别", "该信息属于轻微、一般还是严重失信信息",
            "whether the information is minor, general or serious"),
        Blank("不予条款", "不予、不予受理所依据的具体条款项", "the very provision of a refusal"),
        Blank("列入条款", "列入所依据的具体条款项", "the very provision of the listing"),
        Blank("复议机关", "行政复议机关", "the authority that reviews"),
        Blank("法院", "有管辖权的人民法院", "the court"),
    ];

    public static IReadOnlyList<PaperField> All { get; } =
    [
        .. OfTheStanding, .. OfEntries, .. OfWhatIsToCome, .. OfDutiesAndRights, .. OfRepair, .. OfTheOfficer,
    ];

    /// <summary>
    /// By its name; behind what stands in <see cref="EventsOf"/> also any field of the event's data by its
    /// name in the catalogue, such as 事项.fine. Null: there is none.
    /// </summary>
    public static PaperField? Find(string name) => All.FirstOrDefault(each => each.Name == name)
        ?? OfData(name);

    /// <summary>Whether it makes a paper one of an authority's, which a sample is not.</summary>
    internal bool IsFormal { get; init; }

    /// <summary>What it is of a matter: of an event's own field what the catalogue calls it.</summary>
    internal Wording SaysOf(PaperMatter matter) => label?.Invoke(matter) ?? Says;

    private static PaperField? OfData(string name)
    {
        var point = name.IndexOf('.', StringComparison.Ordinal);
        var field = name[(point + 1)..];
        return point > 0 && field.Length > 0 && field.All(char.IsAsciiLetterOrDigit)
            && EventsOf.TryGetValue(name[..point], out var happening)
                ? new PaperField(name, new Wording($"事件的 {field}", $"{field} of the event"),
                    of => happening(of) is { } found ? DataOf(found, field) : null)
                {
                    label = of => happening(of)?.Event.Kind is { } kind
                        && kind.PlaceOf(field) is >= 0 and var place ? kind.Fields[place].Label : null,
                }
                : null;
    }

    private const string Dishonest = "dishonest";

    /// <summary>An act of the authority on a request: its reasons, its number, its day.</summary>
    private static IEnumerable<PaperField> Deed(string name, string zh, string en)
    {
        var deed = EventsOf[name];
        return
        [
            Of($"{name}.理由", $"{zh}的理由", $"the reasons of {en}",
                of => deed(of) is { } act ? DataOf(act, "reason") : null),
            Of($"{name}.文书", $"{zh}的文书号", $"number of {en}", of => deed(of)?.Event.Document)
                with { IsFormal = true },
            Of($"{name}.日期", $"{zh}的日期", $"day of {en}", of => Day(deed(of)?.From)),
        ];
    }

    private static string? Dishonesty(PaperMatter of, bool wanted) => of.Request?.TakenBack is { } back
        && back[Dishonest] is true == wanted
            ? back.Event.Kind.Fields[back.Event.Kind.PlaceOf(Dishonest)].Label.Zh : null;

    private static string? ToCome(PaperMatter of, bool isTold) => isTold ? Told(of.Entry?.Happened) : null;

    private static string? Told(Happening? happening) =>
        happening is null ? null : PaperWords.Of(happening);

    private static string? DataOf(Happening happening, string name) =>
        happening.Event.Kind.PlaceOf(name) is >= 0 and var place
            && happening.Event.Values[place] is { } value and not false
            ? value is DateOnly day ? Day(day) : FieldText.Of(happening.Event.Kind.Fields[place], value, "zh")
            : null;

    /// <summary>Null: the record cannot say it.</summary>
    internal string? ValueOf(PaperMatter matter) => value(matter) is { Length: > 0 } said ? said : null;

    private static PaperField Of(string name, string zh, string en, Func<PaperMatter, string?> value) =>
        new(name, new Wording(zh, en), value);

    /// <summary>What no record has: an officer writes it.</summary>
    private static PaperField Blank(string name, string zh, string en) => Of(name, zh, en, _ => null);

    private static string? Day(DateOnly? day) => day is { } known ? NoticeWords.Day(known, "zh") : null;

    private static string? Cited(string? citation, PaperMatter of) =>
        LegalCitation.Of(citation, of.Explained);
}
