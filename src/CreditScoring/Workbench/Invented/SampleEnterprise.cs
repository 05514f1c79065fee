namespace CreditScoring.Workbench.Invented;

/// <summary>An enterprise that might exist, and how much care it takes.</summary>
internal sealed class SampleEnterprise
{
    private static readonly string[] Scales =
        ["micro", "micro", "small", "small", "medium", "large"];

    private const string Words = "安邦成德恒宏华嘉金康利隆茂宁鹏庆荣瑞盛顺泰通万祥信兴雅益永裕远振";

    private readonly SamplePlan plan;

    public SampleEnterprise(SamplePlan plan, int number)
    {
        this.plan = plan;
        Number = number;
        Random = SplitMix64.For(plan.Seed, number);
        City = Random.Pick(SampleCity.All);
        Trade = Random.Pick(SampleTrade.All);
        Scale = Random.Pick(Scales);
        Code = SampleCode.Of(
            plan.Seed, number, City.Region, trader: Scale == "micro" && Random.Percent(40));
        RegisteredOn = plan.Since.AddDays(-Random.Between(30, 9_000));
        Carelessness = Random.Below(1_000) switch
        {
            < 850 => 0,
            < 970 => 1,
            < 995 => 2,
            _ => 3,
        };
    }

    /// <summary>
    /// Draws for this enterprise alone, so that one more enterprise changes no other.
    /// </summary>
    public SplitMix64 Random { get; }

    /// <summary>Which of the sample's enterprises it is, from 0.</summary>
    public int Number { get; }

    public string Code { get; }

    public SampleCity City { get; }

    public SampleTrade Trade { get; }

    public string Scale { get; }

    public DateOnly RegisteredOn { get; }

    /// <summary>As it may be registered; it draws nothing, so that all else stays as it was.</summary>
    public string Name => $"{City.Name[..^1]}{Words[Number / Words.Length % Words.Length]}"
        + $"{Words[Number % Words.Length]}{Trade.Product}{(Scale == "micro" ? "经营部" : "有限公司")}";

    /// <summary>From 0, which most are, to 3: the long tail.</summary>
    public int Carelessness { get; }

    public SamplePlan Plan => plan;

    /// <summary>Any day of the plan.</summary>
    public DateOnly AnyDay() =>
        plan.Since.AddDays(Random.Below(plan.Until.DayNumber - plan.Since.DayNumber + 1));

    /// <summary>How often something happens that happens so many times in 1,000 years.</summary>
    public int TimesIn(int per1000Years)
    {
        var expected = per1000Years * plan.Years;
        var times = expected / 1_000;
        return times + (Random.Below(1_000) < expected % 1_000 ? 1 : 0);
    }

    /// <summary>The number by tier of carelessness.</summary>
    public int ByCare(int clean, int ordinary, int careless, int worst) =>
        Carelessness switch { 0 => clean, 1 => ordinary, 2 => careless, _ => worst };
}
