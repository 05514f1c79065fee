using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/register: persons, programs and keys; POST /v1/register: one entry, such as a role that is
/// given or a key that is issued. The record has every entry for ever.
/// </summary>
public static class RegisterResource
{
    private static readonly JsonShape<KeyValuePair<Role, Appointment>> Given = new(
        "Appointment",
        new("role", "角色", "the role", each => each.Key.Word()),
        new("by", "何人授予", "who gave it", each => each.Value.By),
        Counts<KeyValuePair<Role, Appointment>>(each => each.Value.Counts));

    private static readonly JsonShape<Password> OfPassword = new(
        "PasswordState",
        new("initial", "是否须在下次登录时更改", "whether it must be changed at the next sign-in",
            each => each.IsInitial),
        new("by", "何人所设", "who set it", each => each.GivenBy),
        Counts<Password>(each => each.IsVouched),
        LedgerJson.Instant<Password>("since", "自何时", "since when", each => each.Since));

    private static readonly JsonShape<Holder> OfHolder = new(
        "Holder",
        new("target", "登记对象", "as which it acts", each => each.Target),
        new("name", "名称", "its name", each => each.Name),
        new("region", "地域范围，空为全部", "its region; empty: all", each => each.Region.Digits),
        new("blocked", "是否停用", "whether it is blocked", each => each.IsBlocked),
        JsonMember.Part("password", "口令；null 表示没有", "its password; null: it has none",
            (Holder each) => each.Password, OfPassword, mayBeNull: true),
        JsonMember.List("roles", "角色", "its roles",
            (Holder each) => each.Appointments.OrderBy(role => role.Key), Given));

    private static readonly JsonShape<AccessKey> OfKey = new(
        "AccessKey",
        [
            new("target", "登记对象", "as which it is entered", each => each.Target),
            .. AccessKey.Members,
            new("by", "何人签发", "who issued it", each => each.IssuedBy),
            Counts<AccessKey>(each => each.Counts),
            new("revoked", "是否已撤销", "whether it is revoked", each => each.IsRevoked),
        ]);

    private static readonly JsonShape<BoundIdentity> OfIdentity = new(
        "BoundIdentity",
        new("target", "登记对象", "whose it is", each => each.Holder),
        new("issuer", "身份提供方", "the provider", each => each.Identity.Issuer),
        new("subject", "在提供方的编号", "as which the provider knows it", each => each.Identity.Subject),
        new("by", "何人绑定", "who bound it", each => each.By),
        Counts<BoundIdentity>(each => each.IsVouched));

    private static readonly JsonShape<Register> Shape = new(
        "Register",
        new("entries", "登记条数", "how many entries there are", each => each.Number),
        JsonMember.List("holders", "人员和对接系统", "persons and programs",
            (Register each) => each.Holders.Values, OfHolder),
        JsonMember.List("identities", "所绑定的统一身份", "the identities that are bound",
            (Register each) => each.Identities.Values, OfIdentity),
        JsonMember.List("keys", "密钥", "the keys", (Register each) => each.Keys.Values, OfKey));

    private static readonly JsonShape<Entered> Done = new(
        "Entered",
        new("what", "登记事项", "what was entered", each => each.Entry.What),
        new("target", "登记对象", "on whom or what", each => each.Entry.Target),
        new("key", "所签发的密钥，只在此告知", "the key that was issued, told here alone", each => $"{each.Made}")
        {
            Absent = each => each.Entry is not KeyIssued,
        },
        new("password", "所设的初始口令，只在此告知，首次登录须更改",
            "the initial password, told here alone; it must be changed at the first sign-in",
            each => each.Password)
        {
            Absent = each => each.Entry is not PasswordSet,
        });

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/register", Get).For(Right.ManageRegister, Extent.Whole)
            .Says("人员、对接系统与密钥登记", "The register of persons, programs and keys",
                "待另一名管理员确认的角色或密钥，counts 为 false。",
                "A role or key that waits for a second admin has counts: false.")
            .Answers(Shape);
        routes.MapPost("/v1/register", Post).For(Right.ManageRegister, Extent.Whole)
            .Says("登记一项", "Enter something into the register",
                "一个 JSON 对象，有 what，且除 key-issued 外有 target。密钥和初始口令只在应答中告知一次。",
                "One JSON object with 'what' and, but for key-issued, 'target': person-added "
                    + "and system-added (name, region), role-granted, role-confirmed, role-withdrawn (role), "
                    + "blocked, unblocked, key-issued (owner, roles, region, expires; source), "
                    + "key-confirmed, key-revoked, password-set (an initial one is made, and must be changed "
                    + "at the first sign-in), password-confirmed, sessions-ended, identity-bound, "
                    + "identity-confirmed and identity-unbound (issuer, subject). The key of key-issued and "
                    + "the password of password-set are in the answer, and nowhere else.")
            .Takes(RegisterEntrySchema.Taken).Answers(Done).AlsoAnswers(StatusCodes.Status409Conflict);
    }

    /// <summary>Whether what one admin gave is good, or another has to confirm it.</summary>
    private static JsonMember<T> Counts<T>(Func<T, bool> counts) =>
        new("counts", "是否有效；否则待另一名管理员确认",
            "whether it counts; else another admin has to confirm", counts);

    private static async Task<Answer<Register>> Get(RegisterDesk desk) =>
        Answer.Of(await desk.CurrentAsync());

    private static async Task<Results<Answer<Entered>, Problem>> Post(
        HttpRequest request, RegisterCounter counter, CurrentCaller who, CancellationToken gone)
    {
        var text = await ShortBody.ReadAsync(request, gone);
        var (entered, refusal) = await counter.EnterAsync(new SourceText("body", text), who.Caller.Actor);
        return entered is null ? refusal! : Answer.Of(entered);
    }
}
