export async function testImage() {}
