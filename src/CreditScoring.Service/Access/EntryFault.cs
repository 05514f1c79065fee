using CreditScoring.Documents;

namespace CreditScoring.Service.Access;

/// <summary>Why something cannot be entered into the register.</summary>
/// <param name="Code">Does not change.</param>
public sealed record EntryFault(string Code, Wording What, Wording Mend)
{
    public static EntryFault Unknown(string target) => new(
        "register-unknown", new($"登记中没有 {target}", $"the register has no {target}"),
        new("核对写法，见 /v1/register", "see /v1/register"));

    public static EntryFault Twice(string target) => new(
        "register-known", new($"登记中已有 {target}", $"the register has {target} already"),
        new("编号永久有效，不重复使用；请另取一个", "an id is its holder's for ever; choose another"));

    public static EntryFault Blocked(string target) => new(
        "holder-blocked", new($"{target} 已停用", $"{target} is blocked"),
        new("先恢复启用", "unblock it first"));

    public static EntryFault Settled { get; } = new(
        "register-settled", new("登记中已经如此", "the register says so already"),
        new("无须再次办理", "nothing is left to do"));

    public static EntryFault SamePerson { get; } = new(
        "second-person", new("此事须由另一人办理", "this takes another person"),
        new("由另一名管理员确认；本人不得为自己授权", "another admin confirms; nobody appoints himself"));

    public static EntryFault StillInitial { get; } = new(
        "password-initial",
        new("本人尚未更改初始口令", "its person has not changed the initial password yet"),
        new("本人登录并更改后，向其本人核实，再确认", "once it is changed, ask the person, and confirm then"));

    public static EntryFault LastAdmin { get; } = new(
        "last-admin", new("这是最后一名管理员", "this is the last admin"),
        new("先任命另一名管理员", "appoint another admin first"));

    public static EntryFault Apart(Role role, Role had) => new(
        "roles-apart",
        new($"角色 {role.Word()} 与 {had.Word()} 不得由一人兼任（三员分立）",
            $"nobody may have the roles {role.Word()} and {had.Word()} together"),
        new("任命另一人，或先撤销原有角色", "appoint somebody else, or withdraw the other role first"));

    public static EntryFault NotForSystems(Role role) => new(
        "role-for-persons",
        new($"角色 {role.Word()} 只授予自然人", $"the role {role.Word()} is for persons"),
        new("对接系统可用 viewer、ingest、scheduler", "a program may be viewer, ingest or scheduler"));

    public static EntryFault ForPersons { get; } = new(
        "persons-only", new("只有自然人可以登录", "persons alone sign in"),
        new("对接系统使用密钥", "a program shows a key"));

    /// <summary>Whatever the reason is: which, would tell a stranger who has an account.</summary>
    public static EntryFault SignInRefused { get; } = new(
        "signin-refused",
        new("编号或口令不正确，或因多次失败暂停登录",
            "the id or the password is wrong, or the account takes none for a while after wrong ones"),
        new("核对后重试；连续失败后请等待至多 15 分钟，仍不成功请联系管理员",
            "check both; after several failures wait, 15 minutes at most, or ask an admin"));

    public static EntryFault IdentityTaken { get; } = new(
        "identity-bound", new("该外部身份已绑定人员", "this identity is somebody's already"),
        new("核对 issuer 与 subject；须先解除绑定", "check issuer and subject; unbind it first"));

    public static EntryFault IdentityUnbound { get; } = new(
        "identity-unbound",
        new("统一身份认证的身份尚未绑定本服务的人员，或该人员已停用",
            "the provider knows you, but your identity is bound to no person here, or that one is blocked"),
        new("请管理员登记 identity-bound；身份见审计记录 signin-refused",
            "ask an admin to enter identity-bound; an auditor finds the identity under signin-refused"));

    public static EntryFault Weak(string zh, string en) => new(
        "password-weak", new($"口令不可用：{zh}", $"the password cannot be used: {en}"),
        new($"至少 {PasswordRules.Shortest} 个字符，例如几个互不相关的词；不要求大小写或符号",
            $"take {PasswordRules.Shortest} characters or more, such as some words that have nothing to do "
                + "with each other; nothing is asked of capitals or signs"));

    public static EntryFault Beyond(string zh, string en) => new(
        "key-beyond-holder",
        new($"密钥超出其持有人：{zh}", $"the key goes beyond its holder: {en}"),
        new("密钥的角色和地域不得超出持有人", "roles and region of a key lie within those of its holder"));

    public static EntryFault Key(string zh, string en, string mendZh, string mendEn) =>
        new("key-invalid", new(zh, en), new(mendZh, mendEn));

    public static EntryFault TooManyWebhooks { get; } = new(
        "webhooks-too-many",
        new($"推送订阅已有 {Webhook.Most} 个", $"there are {Webhook.Most} webhooks already"),
        new("先删除不用的", "remove one that is not used"));

    public static EntryFault MayNotRead(string owner) => new(
        "webhook-owner",
        new($"{owner} 无权读取建议", $"{owner} may not read recommendations"),
        new("先授予角色 scheduler 或 viewer", "give it the role scheduler or viewer first"));

    public static EntryFault WebhookBeyond(RegionScope owner) => new(
        "webhook-beyond-owner",
        new($"地域超出其持有人（{owner.Digits}）", $"the region goes beyond that of its owner, {owner.Digits}"),
        new("写持有人地域以内的地域", "name a region within it"));
}
