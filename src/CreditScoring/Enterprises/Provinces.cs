using CreditScoring.Documents;

namespace CreditScoring.Enterprises;

/// <summary>The provinces (省级行政区, GB/T 2260), by the first two digits of the codes in them.</summary>
public static class Provinces
{
    private static readonly Dictionary<string, Wording> Names = new(StringComparer.Ordinal)
    {
        ["11"] = new("北京", "Beijing"), ["12"] = new("天津", "Tianjin"), ["13"] = new("河北", "Hebei"),
        ["14"] = new("山西", "Shanxi"), ["15"] = new("内蒙古", "Inner Mongolia"),
        ["21"] = new("辽宁", "Liaoning"), ["22"] = new("吉林", "Jilin"),
        ["23"] = new("黑龙江", "Heilongjiang"), ["31"] = new("上海", "Shanghai"),
        ["32"] = new("江苏", "Jiangsu"), ["33"] = new("浙江", "Zhejiang"), ["34"] = new("安徽", "Anhui"),
        ["35"] = new("福建", "Fujian"), ["36"] = new("江西", "Jiangxi"), ["37"] = new("山东", "Shandong"),
        ["41"] = new("河南", "Henan"), ["42"] = new("湖北", "Hubei"), ["43"] = new("湖南", "Hunan"),
        ["44"] = new("广东", "Guangdong"), ["45"] = new("广西", "Guangxi"), ["46"] = new("海南", "Hainan"),
        ["50"] = new("重庆", "Chongqing"), ["51"] = new("四川", "Sichuan"), ["52"] = new("贵州", "Guizhou"),
        ["53"] = new("云南", "Yunnan"), ["54"] = new("西藏", "Tibet"), ["61"] = new("陕西", "Shaanxi"),
        ["62"] = new("甘肃", "Gansu"), ["63"] = new("青海", "Qinghai"), ["64"] = new("宁夏", "Ningxia"),
        ["65"] = new("新疆", "Xinjiang"), ["71"] = new("台湾", "Taiwan"), ["81"] = new("香港", "Hong Kong"),
        ["82"] = new("澳门", "Macao"),
    };

    /// <summary>Every province with its digits.</summary>
    public static IEnumerable<(string Digits, Wording Name)> All =>
        Names.Select(each => (each.Key, each.Value));

    /// <summary>Its usual short name; null: there is none with these digits.</summary>
    public static Wording? NameOf(string digits) =>
        Names.TryGetValue(digits, out var name) ? name : null;
}
