import { type ImportColumn, sheetColumn } from '#platform/imports'

/** What a sheet of customers may say; several rows of one phone number are several addresses of one customer. */
export const customerColumns: readonly ImportColumn[] = [
  sheetColumn('phone', '手机', 'Phone', { heads: ['手机号', 'Mobile', 'Default Address Phone'], required: true }),
  sheetColumn('name', '姓名', 'Name', { heads: ['客户名称', 'Customer name'] }),
  sheetColumn('firstName', '名', 'First Name'),
  sheetColumn('lastName', '姓', 'Last Name'),
  sheetColumn('email', '邮箱', 'Email', { heads: ['E-mail', '电子邮箱'] }),
  sheetColumn('recipient', '收货人', 'Recipient'),
  sheetColumn('recipientPhone', '收货电话', 'Recipient phone'),
  sheetColumn('country', '国家', 'Country', { heads: ['Country Code', 'Default Address Country Code'] }),
  sheetColumn('province', '省', 'Province', { heads: ['Default Address Province'] }),
  sheetColumn('city', '市', 'City', { heads: ['Default Address City'] }),
  sheetColumn('district', '区县', 'District'),
  sheetColumn('districtCode', '区县代码', 'District code'),
  sheetColumn('street', '详细地址', 'Street', { heads: ['Address1', 'Default Address Address1', '地址'] }),
  sheetColumn('street2', '地址补充', 'Street 2', { heads: ['Address2', 'Default Address Address2'] }),
  sheetColumn('label', '地址标签', 'Address label'),
]
